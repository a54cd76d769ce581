import type { Bytes } from './bytes'
import { damaged, ensureFew, ensureMetadata, ensureSize, type Structure } from './limits'

const mostParts = 20_000
const metadata = new Set(['ICCP', 'EXIF', 'XMP '])

/** The chunks of a WebP; of an animated one, whose frames are chunks, too, the canvas counts. */
export async function readWebp(bytes: Bytes): Promise<Structure> {
  let size: { width: number; height: number } | undefined
  let parts = 0
  let beside = 0
  for (let at = 12; at < bytes.size; ) {
    const chunk = await bytes.read(at, 18)
    if (chunk.length < 8) break
    const name = chunk.toString('latin1', 0, 4)
    const length = chunk.readUInt32LE(4)
    const sides = sidesOf(name, chunk.subarray(8))
    if (sides) ensureSize(sides.width, sides.height)
    size ??= sides
    ensureFew(++parts, mostParts, 'parts')
    if (metadata.has(name)) beside += length
    ensureMetadata(beside)
    at += 8 + length + (length % 2)
  }
  if (!size) throw damaged()
  return { type: 'webp', ...size }
}

function sidesOf(name: string, body: Buffer): { width: number; height: number } | undefined {
  if (name === 'VP8X') return { width: body.readUIntLE(4, 3) + 1, height: body.readUIntLE(7, 3) + 1 }
  if (name === 'VP8 ') return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff }
  if (name !== 'VP8L') return undefined
  const both = body.readUInt32LE(1)
  return { width: (both & 0x3fff) + 1, height: ((both >>> 14) & 0x3fff) + 1 }
}
