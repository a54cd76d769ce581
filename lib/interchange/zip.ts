import { inflateRawSync } from 'node:zlib'

/** Why an archive is not read; `damaged` also stands for what only somebody up to no good would make. */
export class ZipFault extends Error {
  constructor(readonly fault: 'damaged' | 'locked' | 'too-large') {
    super(fault)
  }
}

/** How much may come out of an archive, in bytes, whatever it says of itself. */
export type ZipLimits = { entries: number; entry: number; all: number }

export type Zip = { has: (name: string) => boolean; read: (name: string) => Buffer }

type Entry = { method: number; locked: boolean; packed: number; at: number }

/**
 * An archive's files by name; each is unpacked when it is read, and no further than the limits.
 * @throws ZipFault
 */
export function openZip(bytes: Buffer, limits: ZipLimits): Zip {
  const entries = listEntries(bytes, limits.entries)
  let left = limits.all
  return {
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) throw new ZipFault('damaged')
      if (entry.locked) throw new ZipFault('locked')
      const content = unpack(bytes, entry, Math.min(left, limits.entry))
      left -= content.length
      return content
    },
  }
}

const endSign = 0x06054b50
const entrySign = 0x02014b50
const localSign = 0x04034b50

/** The list at an archive's end says what is in it; a larger format than 4 GB needs no text. */
function listEntries(bytes: Buffer, most: number): Map<string, Entry> {
  const end = bytes.length < 22 ? -1 : bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]), bytes.length - 22)
  if (end < 0 || bytes.readUInt32LE(end) !== endSign) throw new ZipFault('damaged')
  const count = bytes.readUInt16LE(end + 10)
  if (count > most) throw new ZipFault('too-large')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySign) throw new ZipFault('damaged')
    const [name, extra, note] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + note
  }
  return entries
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localSign) throw new ZipFault('damaged')
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw new ZipFault('damaged')
  const content = bytes.subarray(start, start + packed)
  if (method === 0 && packed <= most) return content
  if (method !== 0 && method !== 8) throw new ZipFault('damaged')
  if (method === 0 || most <= 0) throw new ZipFault('too-large')
  try {
    return inflateRawSync(content, { maxOutputLength: most })
  } catch (error) {
    throw new ZipFault((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged')
  }
}
