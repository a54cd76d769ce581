import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

import { mostMetadata } from './limits'

/**
 * How many bytes a chunk beside the picture of a PNG comes to: its own, or those that it grows to when it is unpacked.
 * Packed are zTXt and iCCP, behind a name and a byte, and iTXt where it says so, behind two more names.
 */
export async function unpackedLength(name: string, body: Buffer): Promise<number> {
  const start = packedFrom(name, body)
  if (start === undefined) return body.length
  try {
    const room = mostMetadata + 1
    return (await promisify(inflate)(body.subarray(start), { maxOutputLength: room })).length
  } catch (error) {
    // Too much, or broken; whoever decodes the picture passes over the latter.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : body.length
  }
}

function packedFrom(name: string, body: Buffer): number | undefined {
  const end = body.indexOf(0)
  if (name === 'zTXt' || name === 'iCCP') return end + 2
  if (name !== 'iTXt' || body[end + 1] !== 1) return undefined
  return body.indexOf(0, body.indexOf(0, end + 3) + 1) + 1
}
