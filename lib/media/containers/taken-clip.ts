import type { Clip } from './clip'

/**
 * What was made of a film or a recording that somebody sent: a copy without metadata, `bytes` long, SHA-256 in hex.
 * @property title as the sent file says, and `artist`
 */
export type TakenClip = Pick<Clip, 'kind' | 'type' | 'seconds' | 'width' | 'height' | 'title' | 'artist'> & {
  file: string
  bytes: number
  sha256: string
}

export const tooMuch =
  'This film or recording takes too long to read, or too much memory. Export it anew, or cut it into parts.'
