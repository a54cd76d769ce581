import type { Point } from '../store/crop'
import { again, type Pixels } from './decoding'
import { isFlat, type Likeness, likenessOf } from './likeness'

/** What can be told of a picture by looking at it: its hash, its colour, and a guess at what one looks at. */
export async function look(
  opaque: Pixels,
): Promise<{ likeness: Likeness; flat: boolean; colour: string; focal: Point }> {
  const { data: grey } = await again(opaque)
    .greyscale()
    .resize({ width: 9, height: 8, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const likeness = likenessOf(grey)
  const mean = await again(opaque).resize({ width: 1, height: 1, fit: 'fill' }).raw().toBuffer()
  return {
    likeness,
    flat: isFlat(grey, likeness),
    colour: `#${mean.toString('hex', 0, 3)}`,
    focal: await focalOf(opaque),
  }
}

/** The middle of what draws the eye, as libvips finds it; it held faces four times of seven, so it is a guess. */
async function focalOf(opaque: Pixels): Promise<Point> {
  const small = await again(opaque)
    .resize({ width: 640, height: 640, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = small.info
  const longer = Math.max(width, height)
  if (Math.min(width, height) < 8) return { x: 0.5, y: 0.5 }
  // It looks only where something is cut off: half of the longer side, so that nothing is made smaller as well.
  const part = width === longer ? { width: Math.ceil(width / 2), height } : { width, height: Math.ceil(height / 2) }
  const { info } = await again({ data: small.data, raw: { width, height, channels } })
    .resize({ ...part, fit: 'cover', position: 'attention' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { x: fraction(info.attentionX, width), y: fraction(info.attentionY, height) }
}

/** Four digits, as crops have them. */
const fraction = (at: number | undefined, side: number) =>
  at === undefined ? 0.5 : Math.round(Math.min(1, Math.max(0, at / side)) * 10_000) / 10_000
