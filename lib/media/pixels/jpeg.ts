import type { Bytes } from './bytes'
import { damaged, ensureFew, ensureMetadata, ensureSize, type Structure, tooLarge } from './limits'

const mostScans = 64
const mostSegments = 1000
/** Bytes of the coefficients that a decoder keeps from scan to scan: two for each sample. */
const mostKept = 180_000_000

/** @property samples how many a pixel has, three at full colour, 1.5 where the colours are at a quarter */
type Frame = { width: number; height: number; components: number; samples: number; progressive: boolean }

/**
 * The markers of a JPEG up to its end. Each scan of a progressive one goes over the whole picture: a small file may hold
 * thousands. What is merely odd is the decoder's to judge, and bytes behind the end are nobody's: phones put films there.
 */
export async function readJpeg(bytes: Bytes): Promise<Structure> {
  let frame: Frame | undefined
  let scans = 0
  let segments = 0
  let metadata = 0
  for (let at = 2; ; ) {
    const marker = await findMarker(bytes, at)
    if (!marker || marker.code === 0xd9) break
    at = marker.at + 2
    if (marker.code === 0xd8) continue
    const head = await bytes.read(at, 3)
    if (head.length < 2) break
    const length = head.readUInt16BE(0)
    if (marker.code === 0xda) {
      ensureFew(++scans, mostScans, 'scans')
      if (frame) ensureKept(frame, head[2] ?? 0)
    } else ensureFew(++segments, mostSegments, 'segments')
    if ((marker.code & 0xf0) === 0xe0 || marker.code === 0xfe) metadata += length
    ensureMetadata(metadata)
    if (isFrame(marker.code) && !frame) {
      frame = frameOf(await bytes.read(at, length), marker.code)
      ensureSize(frame.width, frame.height)
    }
    at += Math.max(2, length)
  }
  if (!frame) throw damaged()
  return { type: 'jpeg', width: frame.width, height: frame.height }
}

/** Start of a frame: C0 to CF without the tables C4 and CC, and C8, which is of no use. */
const isFrame = (code: number) => (code & 0xf0) === 0xc0 && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

function frameOf(head: Buffer, code: number): Frame {
  const components = head.readUInt8(7)
  // The lower half of a byte says how many rows, the upper how many columns of samples.
  const factors = Array.from({ length: components }, (_, i) => head.readUInt8(9 + 3 * i))
  const rows = Math.max(...factors.map((both) => both & 15))
  const columns = Math.max(...factors.map((both) => both >> 4))
  const samples = factors.reduce((sum, both) => sum + ((both & 15) * (both >> 4)) / (rows * columns), 0)
  const progressive = [0xc2, 0xc6, 0xca, 0xce].includes(code)
  return { height: head.readUInt16BE(3), width: head.readUInt16BE(5), components, samples, progressive }
}

/** @param inScan a scan with fewer components than the picture has makes the decoder keep them all, progressive or not */
function ensureKept({ width, height, components, samples, progressive }: Frame, inScan: number): void {
  if (!progressive && inScan >= components) return
  if (2 * samples * width * height > mostKept)
    throw tooLarge(
      `This JPEG is progressive, and has too many pixels for that: up to ${Math.floor(mostKept / 2_000_000 / samples)} megapixels are taken. Save it as a plain (“baseline”) one, or smaller.`,
    )
}

/** The next marker from here on; in the picture's own data FF is followed by zero or by a restart's number. */
async function findMarker(bytes: Bytes, from: number): Promise<{ at: number; code: number } | undefined> {
  for (let start = from; start < bytes.size - 1; ) {
    const part = await bytes.some(start)
    if (part.length < 2) return undefined
    for (let i = part.indexOf(0xff); i >= 0 && i < part.length - 1; i = part.indexOf(0xff, i + 1)) {
      const code = part[i + 1] ?? 0
      if (code > 1 && code < 0xff && (code < 0xd0 || code > 0xd7)) return { at: start + i, code }
    }
    start += part.length - 1
  }
  return undefined
}
