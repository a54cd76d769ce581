import { type Format, Unreadable } from './clip'
import { notOurs } from './foreign'

/** Films of Apple's begin with one of these where an MP4 has its brands. */
const boxes = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot']

/** By the first bytes, which container to read a file as; m4a is told from mp4 by its tracks. @throws Unreadable for others */
export function containerOf(head: Buffer): Exclude<Format, 'm4a'> {
  const at = (from: number, to: number) => head.toString('latin1', from, to)
  if (boxes.includes(at(4, 8))) return 'mp4'
  if (at(0, 4) === '\x1aE\xdf\xa3') return 'webm'
  if (at(0, 4) === 'OggS') return 'ogg'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WAVE') return 'wav'
  if (at(0, 3) === 'ID3' || (head[0] === 0xff && (head[1]! & 0xe0) === 0xe0)) return 'mp3'
  throw new Unreadable(notOurs(head))
}
