import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { type Page, packetsOf, pageAt, renumbered } from './page'
import { findStream, type Stream } from './streams'

/** In bytes: the codebooks of Vorbis take some kilobytes, the pictures in a comment some megabytes. */
const MOST_BOOKS = 256 * 1024
const MOST_COMMENT = 32 * 1024 * 1024

/** The one stream alone, its comments empty, its pages numbered and summed anew; what follows its end is dropped. */
export function* stripOgg(source: Source): Generator<Buffer> {
  const stream = findStream(source)
  yield renumbered(stream.first.bytes, 0)
  const { books, after } = readHeaders(source, stream)
  const comment =
    stream.codec === 'opus' ? Buffer.from(`OpusTags${'\0'.repeat(8)}`) : Buffer.from(`\x03vorbis${'\0'.repeat(8)}\x01`)
  let number = 1
  for (const page of pagesOf(books ? [comment, books] : [comment], stream.first.stream))
    yield renumbered(page, number++)
  let ends = false
  for (let at = after; at < source.size && !ends; ) {
    const page = pageAt(source, at)
    if (!page || page.begins) throw new Unreadable(damaged)
    at += page.length
    if (page.stream !== stream.first.stream) continue
    ends = page.ends
    yield renumbered(page.bytes, number++)
  }
}

/** Passes over the comments. @returns the third packet, which Vorbis alone has, and where the sound begins */
function readHeaders(source: Source, stream: Stream): { books?: Buffer; after: number } {
  const wanted = stream.codec === 'opus' ? 1 : 2
  const books: Buffer[] = []
  let whole = 0
  let sizes = [0, 0]
  for (let at = stream.after; ; ) {
    const page: Page | undefined = pageAt(source, at)
    if (!page || page.begins) throw new Unreadable(damaged)
    at += page.length
    if (page.stream !== stream.first.stream) continue
    const parts = packetsOf(page)
    for (const [index, part] of parts.entries()) {
      sizes = sizes.map((size, packet) => (packet === whole ? size + part.length : size))
      if (whole === 1) books.push(Buffer.from(part))
      if (index < parts.length - 1 || !page.open) whole++
    }
    if (sizes[0]! > MOST_COMMENT || sizes[1]! > MOST_BOOKS || whole > wanted) throw new Unreadable(damaged)
    // Sound begins on a page of its own (Vorbis I, A.2; RFC 7845, 3).
    if (whole < wanted) continue
    if (page.open) throw new Unreadable(damaged)
    return { books: wanted === 2 ? Buffer.concat(books) : undefined, after: at }
  }
}

/** Packets on pages that hold no sound; numbers and checksums are still to come. */
function pagesOf(packets: Buffer[], stream: number): Buffer[] {
  const lacing = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255])
  const bytes = Buffer.concat(packets)
  const pages: Buffer[] = []
  let at = 0
  for (let from = 0; from < lacing.length; from += 255) {
    const parts = lacing.slice(from, from + 255)
    const length = parts.reduce((sum, part) => sum + part, 0)
    const head = Buffer.alloc(27)
    head.write(`OggS\0${from > 0 && lacing[from - 1] === 255 ? '\x01' : '\0'}`, 'latin1')
    head.writeBigInt64LE(parts.some((part) => part < 255) ? 0n : -1n, 6)
    head.writeUInt32LE(stream, 14)
    head[26] = parts.length
    pages.push(Buffer.concat([head, Buffer.from(parts), bytes.subarray(at, at + length)]))
    at += length
  }
  return pages
}
