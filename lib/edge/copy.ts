import type { Bodies, Encoding } from './compress'
import { tagOf } from './headers'
import type { Keepable } from './shelf'

/** One encoding of a copy: the body, and headers as Node takes them fastest (name, value, name, value …). */
export type Version = { body: Buffer; headers: string[]; notModified: string[] }

/** A finished answer, as it is sent. */
export type Copy = Keepable & { tag: string; versions: Record<Encoding, Version> }

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
  const tag = tagOf(bodies.identity)
  const version = (encoding: Encoding): Version => {
    const body = bodies[encoding] ?? bodies.identity
    const encoded = body !== bodies.identity
    const about = {
      ...common,
      ...(said.policy && { 'Content-Security-Policy': said.policy }),
      'Cache-Control': said.cacheControl,
      Vary: 'Accept-Encoding',
      ETag: `"${tag}${encoded ? `-${encoding}` : ''}"`,
    }
    const headers = {
      ...about,
      'Content-Type': said.type,
      ...(said.location && { Location: said.location }),
      ...(encoded && { 'Content-Encoding': encoding }),
      'Content-Length': String(body.length),
    }
    return { body, headers: Object.entries(headers).flat(), notModified: Object.entries(about).flat() }
  }
  return {
    status: said.status,
    bodies,
    tag,
    versions: { identity: version('identity'), gzip: version('gzip'), br: version('br') },
    keys,
    until,
  }
}
