import { hash, verify } from '@node-rs/argon2'

/** Argon2id at OWASP's floor: 19 MiB and two passes, about 30 ms on one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const passwordLength = { min: 10, max: 200 }

/** The same password typed on two keyboards may differ in its code points. */
const same = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string) => hash(same(password), cost)

let nobody: Promise<string> | undefined

/** Whether the password is the hash's; without a hash it takes as long and is false, so that accounts cannot be guessed. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody signs in with this')
  const right = await verify(stored ?? (await nobody), same(password))
  return right && Boolean(stored)
}

const tried =
  /^(password|passwort|motdepasse|letmein|welcome|qwerty|qwertz|azerty|admin|newsroom|iloveyou|changeme|stet)/
const runs = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

/**
 * What is wrong with a new password, in words for the person who chose it; undefined when nothing is.
 * @param own their e-mail address and name, which attackers try first
 */
export function findPasswordFault(password: string, own: readonly string[] = []): string | undefined {
  const { min, max } = passwordLength
  if (password.length < min) return `At least ${min} characters.`
  if (password.length > max) return `At most ${max} characters.`
  const core = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (new Set(password).size < 4) return 'Too few different characters.'
  const letters = core.replace(/\d+$/, '')
  if (core && runs.some((run) => run.repeat(2).includes(core)))
    return 'A run of neighbouring keys is among the first that attackers try.'
  if (tried.test(letters) && letters.length < 14) return 'This is among the first that attackers try.'
  const parts = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 2)
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), core)
  if (rest.length < Math.min(6, core.length)) return 'Too close to the name or address.'
  return undefined
}
