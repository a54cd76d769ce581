import { customAlphabet } from 'nanoid'

import { type Canary, canaryWord, type Phase, secretsOf } from '../support/canary-words'
import type { Told } from './canary-ask'
import { unescaped, wordsIn } from './canary-finder'
import type { Question } from './canary-probes'
import type { Probe } from './canary-twists'

/** As long as a story's id. */
const anId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 12)

/** For each word of the canaries one of a story that never was, of the same kind and length. */
export function twinsOf(canaries: readonly Canary[]): Map<string, string> {
  const words = canaries.flatMap((canary) => Object.values(canary.words))
  return new Map([
    ...words.map((word) => [word, canaryWord()] as const),
    ...canaries.flatMap(({ id, picture }) => [id, picture.id].map((one) => [one, anId()] as const)),
  ])
}

/** Ways in which a word stands in what is asked, and so in an answer that says again what was asked. */
const waysOf = (word: string) => [
  word,
  word.toUpperCase(),
  ...['%', '%25'].map((sign) => word.replace(/[a-z]/g, (one) => `${sign}${one.charCodeAt(0).toString(16)}`)),
]

/** The same, said of stories that never were. @param only words that were asked for */
function asTwin(said: string, twins: Map<string, string>, only = [...twins.keys()]): string {
  let text = said
  for (const word of only) {
    const ways = waysOf(twins.get(word)!)
    for (const [i, way] of waysOf(word).entries()) text = text.replaceAll(way, ways[i]!)
  }
  return text
}

/** The same question about a story that never was. */
export function twinOf({ path, method, headers, body }: Probe, twins: Map<string, string>): Probe {
  const said = JSON.parse(asTwin(JSON.stringify({ path, method, headers, body }), twins)) as Probe
  return said
}

/** Whether the answer must be the one about what never was: all that it names of canaries nobody may know of. */
export function mustBeAsNothing({ canary: _, ...probe }: Question, phase: Phase, canaries: readonly Canary[]): boolean {
  const said = wordsIn(
    JSON.stringify(probe),
    canaries.flatMap(({ id, picture, words }) => [id, picture.id, ...Object.values(words)]),
  )
  const secrets = canaries.flatMap((canary) => secretsOf(canary, phase))
  const address = unescaped(probe.path).toLowerCase()
  // That something was withdrawn there is told.
  const tells = canaries.some(({ status, path }) => status[phase] === 410 && address.includes(path))
  return !tells && said.length > 0 && said.every((word) => secrets.includes(word))
}

/**
 * What an answer gives away, a sentence each.
 * @param twin the answer to the same question about what never was, where it must be the same
 */
export function leaksOf(
  { canary: _, ...probe }: Question,
  told: Told,
  {
    phase,
    canaries,
    twins,
    twin,
  }: {
    phase: Phase
    canaries: readonly Canary[]
    twins: Map<string, string>
    twin?: Told
  },
): string[] {
  const asked = wordsIn(JSON.stringify(probe), [...twins.keys()])
  const secrets = canaries.flatMap((canary) => secretsOf(canary, phase))
  const name = `${probe.method ?? 'GET'} ${probe.path} ${JSON.stringify(probe.headers ?? {})}`
  const unasked = secrets.filter((word) => !asked.includes(word))
  const found = wordsIn(`${told.head}\n${told.text}`, unasked)
  const leaks = found.map((word) => `${name} shows ${word} (${whose(word, canaries)})`)
  if (!twin) return leaks
  const [head, text] = [told.head, told.text].map((said) => asTwin(said, twins, asked))
  // Without its body an answer does not say whether it repeats what was asked.
  const own = text !== told.text ? /^(etag|content-length): / : text ? /^$/ : /^etag: /
  return [
    ...leaks,
    ...(isSame(text!, twin.text) ? [] : [`${name} has another body: ${difference(text!, twin.text)}`]),
    ...(stable(head!, own) === stable(twin.head, own)
      ? []
      : [`${name} has another head: ${difference(head!, twin.head)}`]),
  ]
}

/** A tag is of the very bytes, and what says again what was asked has others; packed, they are another number, too. */
const stable = (head: string, own: RegExp) =>
  head
    .split('\n')
    .filter((line) => !own.test(line))
    .join('\n')

/** Next sends what it tells its own scripts in rows, in the order in which they came to be ready. */
const isSame = (one: string, other: string) =>
  one === other || (one.includes('__next_f') && rowsOf(one) === rowsOf(other))

const rowsOf = (text: string) =>
  text
    .replace(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, '')
    .split(/\\n|self\.__next_f\.push\(\[1,"|"\]\)<\/script>/)
    .filter(Boolean)
    .sort()
    .join('\n')

function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return JSON.stringify([one, other].map((said) => said.slice(Math.max(0, at - 40), at + 60)))
}

function whose(word: string, canaries: readonly Canary[]): string {
  const canary = canaries.find(
    ({ id, picture, words }) => [id, picture.id].includes(word) || Object.values(words).includes(word),
  )
  const [place = 'id'] = Object.entries(canary?.words ?? {}).find(([, said]) => said === word) ?? []
  return `${place} of ${canary?.state}`
}
