import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'

/** Where a tag of ID3v2 is, without its head of ten bytes. */
export type Tag = { version: number; flags: number; from: number; to: number }

/** How many may stand one behind another. */
const MOST_TAGS = 16

export const synchsafe = (bytes: Buffer, at = 0) =>
  ((bytes[at]! & 127) << 21) | ((bytes[at + 1]! & 127) << 14) | ((bytes[at + 2]! & 127) << 7) | (bytes[at + 3]! & 127)

/**
 * Where the sound of an MP3 is: behind the tags in front, before those at its end (ID3v2, ID3v1, APE, Lyrics3).
 * @throws Unreadable where a tag in front says that it is longer than the file
 */
export function findSound(source: Source): { from: number; to: number; tags: Tag[] } {
  const tags: Tag[] = []
  let from = 0
  for (let head = source.upTo(0, 10); isId3(head, 'ID3'); head = source.upTo(from, 10)) {
    const to = from + 10 + synchsafe(head, 6)
    if (to > source.size) throw new Unreadable(damaged)
    if (tags.push({ version: head[3]!, flags: head[5]!, from: from + 10, to }) > MOST_TAGS)
      throw new Unreadable(damaged)
    from = to + (head[5]! & 0x10 ? 10 : 0)
  }
  let to = source.size
  for (let left = MOST_TAGS; left > 0; left--) {
    const length = lastTag(source, from, to)
    if (length === 0) break
    to -= length
  }
  return { from, to, tags }
}

const isId3 = (head: Buffer, sign: string) => head.length === 10 && head.toString('latin1', 0, 3) === sign

/** In bytes, the tag that ends here; 0 when none does. */
function lastTag(source: Source, from: number, to: number): number {
  const near = (length: number) => source.bytes(Math.max(from, to - length), Math.min(length, to - from))
  const length = lengthOf(near(128), near(32), near(15)) || oldLyrics(near(5200))
  return length <= to - from ? length : 0
}

function lengthOf(last: Buffer, footer: Buffer, lyrics: Buffer): number {
  if (last.length === 128 && last.toString('latin1', 0, 3) === 'TAG') return 128
  if (footer.length === 32 && footer.toString('latin1', 0, 8) === 'APETAGEX')
    return footer.readUInt32LE(12) + (footer[23]! & 0x80 ? 32 : 0)
  if (isId3(footer.subarray(-10), '3DI')) return synchsafe(footer, footer.length - 4) + 20
  if (lyrics.toString('latin1', 6) === 'LYRICS200') return Number(lyrics.toString('latin1', 0, 6)) + 15 || 0
  return 0
}

/** Lyrics3 before its second version has no length: its beginning is at most 5,100 bytes away. */
function oldLyrics(bytes: Buffer): number {
  if (bytes.toString('latin1', bytes.length - 9) !== 'LYRICSEND') return 0
  const begins = bytes.lastIndexOf('LYRICSBEGIN', undefined, 'latin1')
  return begins < 0 ? 0 : bytes.length - begins
}
