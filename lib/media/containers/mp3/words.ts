import type { Source } from '../source'
import { addWord, TEXT_BYTES, type Words } from '../words'
import { synchsafe, type Tag } from './tags'

const names: Record<string, keyof Words> = {
  TIT2: 'title',
  TPE1: 'artist',
  TALB: 'album',
  COMM: 'description',
  TCOP: 'copyright',
  TDRC: 'date',
  TYER: 'date',
  TCON: 'genre',
  TT2: 'title',
  TP1: 'artist',
  TAL: 'album',
  COM: 'description',
  TCR: 'copyright',
  TYE: 'date',
  TCO: 'genre',
}

const MOST_FRAMES = 500

/** The texts of a tag of ID3v2.2, 2.3 or 2.4; packed and unsynchronised ones are passed over. */
export function readId3(source: Source, tag: Tag, words: Words): void {
  const old = tag.version === 2
  const head = old ? 6 : 10
  if (tag.version < 2 || tag.version > 4 || tag.flags & 0xc0) return
  for (let at = tag.from, left = MOST_FRAMES; left > 0 && at + head <= tag.to; left--) {
    const bytes = source.bytes(at, head)
    const id = bytes.toString('latin1', 0, old ? 3 : 4)
    const length = old ? bytes.readUIntBE(3, 3) : tag.version === 4 ? synchsafe(bytes, 4) : bytes.readUInt32BE(4)
    if (!/^[A-Z0-9]{3,4}$/.test(id) || at + head + length > tag.to) return
    const plain = old || bytes[9] === 0
    if (names[id] && plain && length > 1)
      addWord(words, names[id], textOf(source.bytes(at + head, Math.min(length, TEXT_BYTES)), id.startsWith('COM')))
    at += head + length
  }
}

/** A frame's text behind the byte that says how it is written; a comment has a language and a heading before it. */
function textOf(frame: Buffer, comment: boolean): string | undefined {
  const wide = frame[0] === 1 || frame[0] === 2
  const text = decode(frame.subarray(comment ? 4 : 1), frame[0]!)
  const [first, second] = text.split('\0')
  // Machines put numbers of theirs into comments with a heading.
  if (comment) return first?.replace(/^\ufeff/, '') ? undefined : second?.replace(/^\ufeff/, '')
  return wide ? first?.replace(/^\ufeff/, '') : first
}

function decode(bytes: Buffer, encoding: number): string {
  if (encoding === 0) return bytes.toString('latin1')
  if (encoding === 3) return bytes.toString('utf8')
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const big = encoding === 2 || (even[0] === 0xfe && even[1] === 0xff)
  return (big ? Buffer.from(even).swap16() : even).toString('utf16le')
}
