import type { Bytes } from './bytes'
import { damaged, ensureFew, ensureMetadata, ensureSize, mostInterlaced, type Structure, tooLarge } from './limits'
import { unpackedLength } from './png-packed'

const mostSideChunks = 64
const mostText = 256 * 1024
/** What a picture is made of comes in parts of some kilobytes; an animation's parts are small. */
const mostParts = (size: number) => 1000 + Math.floor(size / 512)

/** What the picture itself is made of; fcTL and fdAT are the further frames of an animation, which are passed over. */
const own = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'acTL', 'fcTL', 'fdAT'])
const text = new Set(['tEXt', 'zTXt', 'iTXt'])

/** The chunks of a PNG: whoever reads its head unpacks the texts beside the picture, so what they grow to counts. */
export async function readPng(bytes: Bytes): Promise<Structure> {
  const head = await bytes.read(8, 25)
  if (head.length < 25 || head.toString('latin1', 4, 8) !== 'IHDR') throw damaged()
  const width = head.readUInt32BE(8)
  const height = head.readUInt32BE(12)
  const interlaced = head[20] !== 0
  if (interlaced) ensureSize(width, height, mostInterlaced, 'An interlaced PNG')
  else ensureSize(width, height)
  let parts = 0
  let side = 0
  let metadata = 0
  for (let at = 8; at < bytes.size; ) {
    const chunk = await bytes.read(at, 8)
    if (chunk.length < 8) break
    const length = chunk.readUInt32BE(0)
    const name = chunk.toString('latin1', 4)
    if (name === 'IEND') break
    ensureFew(++parts, mostParts(bytes.size), 'parts')
    if (text.has(name) && length > mostText)
      throw tooLarge(`This PNG holds a text of more than ${mostText / 1024} kB. Save it for the web, and send that.`)
    if (!own.has(name)) {
      ensureFew(++side, mostSideChunks, 'chunks beside the picture')
      ensureMetadata(metadata + length)
      metadata += await unpackedLength(name, await bytes.read(at + 8, length))
      ensureMetadata(metadata)
    }
    at += length + 12
  }
  return { type: 'png', width, height }
}
