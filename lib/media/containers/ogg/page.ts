import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'

/**
 * A page of an Ogg stream (RFC 3533).
 * @property position where its last packet ends, in samples; -1n when none ends here
 * @property packets its parts of packets; `open` when the last of them goes on on the next page
 */
export type Page = {
  at: number
  length: number
  begins: boolean
  goesOn: boolean
  ends: boolean
  position: bigint
  stream: number
  open: boolean
  bytes: Buffer
}

const LONGEST_PAGE = 27 + 255 + 255 * 255
export const PAGE_SIGN = 'OggS'

/** The page that begins here; undefined where none does. @throws Unreadable for one that is cut off or damaged */
export function pageAt(source: Source, at: number): Page | undefined {
  const head = source.upTo(at, 27)
  if (head.toString('latin1', 0, 4) !== PAGE_SIGN || head.length < 27 || head[4] !== 0) return undefined
  const lacing = source.bytes(at + 27, head[26]!)
  const open = lacing.at(-1) === 255
  const length = 27 + lacing.length + lacing.reduce((sum, part) => sum + part, 0)
  const bytes = source.bytes(at, length)
  if (checksum(bytes) !== bytes.readUInt32LE(22)) throw new Unreadable(damaged)
  const flags = bytes[5]!
  const common = { begins: (flags & 2) !== 0, goesOn: (flags & 1) !== 0, ends: (flags & 4) !== 0, open, bytes }
  return { at, length, position: bytes.readBigInt64LE(6), stream: bytes.readUInt32LE(14), ...common }
}

/** A page's parts of packets, in order. */
export function packetsOf({ bytes }: Page): Buffer[] {
  const packets: Buffer[] = []
  let at = 27 + bytes[26]!
  let from = at
  for (const part of bytes.subarray(27, at)) {
    at += part
    if (part < 255) {
      packets.push(bytes.subarray(from, at))
      from = at
    }
  }
  return from < at ? [...packets, bytes.subarray(from, at)] : packets
}

/** How often what looks like a page is looked at, and in how long a piece of the end: four pages of the longest. */
const MOST_TRIES = 64
const END = 4 * LONGEST_PAGE

/** The last page of this stream near the end of a file; undefined when there is none. */
export function lastPage(source: Source, stream: number): Page | undefined {
  const from = Math.max(0, source.size - END)
  const near = Buffer.from(source.bytes(from, source.size - from))
  let tries = MOST_TRIES
  for (let at = near.lastIndexOf(PAGE_SIGN); at >= 0 && tries > 0; at = near.lastIndexOf(PAGE_SIGN, at - 1)) {
    const here = at + 27 <= near.length && near.readUInt32LE(at + 14) === stream && near.readBigInt64LE(at + 6) >= 0n
    const page = here ? wholePageAt(source, from + at) : undefined
    if (page) return page
    if (here) tries--
    if (at === 0) break
  }
  return undefined
}

/** Undefined, too, for one that is cut off or damaged. */
function wholePageAt(source: Source, at: number): Page | undefined {
  try {
    return pageAt(source, at)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** These bytes with another number and flags, and the checksum that goes with them. */
export function renumbered(page: Buffer, number: number, flags = page[5]!): Buffer {
  const bytes = Buffer.from(page)
  bytes[5] = flags
  bytes.writeUInt32LE(number, 18)
  bytes.writeUInt32LE(checksum(bytes), 22)
  return bytes
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum >>> 0
})

/** Ogg's own CRC over a page whose checksum counts as zeros; no other's (zlib's runs the other way round). */
export function checksum(page: Buffer): number {
  let sum = 0
  for (let at = 0; at < page.length; at++) {
    const byte = at >= 22 && at < 26 ? 0 : page[at]!
    sum = ((sum << 8) ^ table[(sum >>> 24) ^ byte]!) | 0
  }
  return sum >>> 0
}
