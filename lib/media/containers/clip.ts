import type { Words } from './words'

export const formats = ['mp4', 'm4a', 'webm', 'mp3', 'ogg', 'wav'] as const
export type Format = (typeof formats)[number]

/**
 * What a film or a recording is, by its own structure.
 * @property type the content type that it is served with
 * @property seconds how long it lasts; of an MP3 without a table of its own, by its first frames
 * @property width in pixels, as shown: turned as the film says
 * @property codecs as RFC 6381 writes them, such as `avc1.64001f`; of what is kept
 */
export type Clip = {
  kind: 'video' | 'audio'
  type: string
  format: Format
  seconds: number
  width?: number
  height?: number
  codecs: string[]
} & Words

/** Why a file is not taken, as its sender reads it: what it is, and what to do. */
export type Fault = { fault: string }

export const isFault = (found: object): found is Fault => 'fault' in found

/** Thrown while a file is read, caught where that began; its message is the fault's. */
export class Unreadable extends Error {}

/** What a file holds to play: `seconds` as its container says. */
export type Read = Pick<Clip, 'format' | 'seconds' | 'width' | 'height' | 'codecs'> & Words

const types: Record<Format, string> = {
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
}

/** In seconds; nobody publishes longer ones in one file. */
const LONGEST = 6 * 3600

/** @throws Unreadable for one that lasts too long, or not at all */
export function clipOf(read: Read): Clip {
  if (!(read.seconds > 0)) throw new Unreadable('This file has nothing to play.')
  if (read.seconds > LONGEST) throw new Unreadable('This file lasts more than six hours. Cut it into parts.')
  const kind = read.width === undefined ? 'audio' : 'video'
  const type = read.format === 'webm' && kind === 'audio' ? 'audio/webm' : types[read.format]
  return { kind, type, ...read, seconds: Math.round(read.seconds * 1000) / 1000 }
}
