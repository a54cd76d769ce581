import type { Bodies, Encoding } from './compress'
import { rulesPath, tagOf } from './headers'
import type { Keepable } from './shelf'
import { toWhole, type Whole } from './whole'

/** One encoding of a copy; headers as Node takes them fastest: name, value, name, value … */
export type Version = { tag: string; headers: string[]; notModified: string[]; whole: Whole }

/** A finished answer, as it is sent. */
export type Copy = Keepable & { versions: Record<Encoding, Version> }

/** What an answer says besides its body. */
export type Said = { status: number; type: string; cacheControl: string; policy?: string; location?: string }

/**
 * @param bodies where one is missing, the body is sent as it is
 * @param common headers of every answer
 */
export function toCopy(
  said: Said,
  bodies: Bodies,
  { keys, until }: Pick<Copy, 'keys' | 'until'>,
  common: Readonly<Record<string, string>>,
): Copy {
  const hash = tagOf(bodies.identity)
  const version = (body: Buffer, encoding?: Encoding): Version => {
    const tag = `"${hash}${encoding ? `-${encoding}` : ''}"`
    const about = {
      ...common,
      // Pages alone have a policy.
      ...(said.policy && { 'Content-Security-Policy': said.policy, 'Speculation-Rules': `"${rulesPath}"` }),
      'Cache-Control': said.cacheControl,
      Vary: 'Accept-Encoding',
      ETag: tag,
    }
    const headers = Object.entries({
      ...about,
      'Content-Type': said.type,
      ...(said.location && { Location: said.location }),
      ...(encoding && { 'Content-Encoding': encoding }),
      'Content-Length': String(body.length),
    }).flat()
    return { tag, headers, notModified: Object.entries(about).flat(), whole: toWhole(said.status, headers, body) }
  }
  const identity = version(bodies.identity)
  const gzip = bodies.gzip && version(bodies.gzip, 'gzip')
  const br = bodies.br && version(bodies.br, 'br')
  return {
    status: said.status,
    bodies: { identity: identity.whole.body, gzip: gzip?.whole.body, br: br?.whole.body },
    versions: { identity, gzip: gzip ?? identity, br: br ?? identity },
    keys,
    until,
  }
}
