import type { Bytes } from './bytes'
import { ensureSize, mostGif, type Structure } from './limits'

/** A GIF says how large its canvas is at its beginning. Of an animated one the first frame is taken, as a still. */
export async function readGif(bytes: Bytes): Promise<Structure> {
  const head = await bytes.read(6, 4)
  const [width, height] = [head.readUInt16LE(0), head.readUInt16LE(2)]
  ensureSize(width, height, mostGif, 'A GIF')
  return { type: 'gif', width, height }
}
