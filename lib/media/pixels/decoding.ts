import sharp, { type Raw, type Sharp } from 'sharp'

const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}File`)

/**
 * Makes this process one that reads pictures: of the formats that we take and no others, one at a time, keeping nothing.
 * Never in the server: a picture takes one of the four threads that files, names and passwords wait for.
 */
export function onlyPictures(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
  sharp.cache(false)
  sharp.concurrency(1)
}

/** A picture of a file, to be read once, from its top down; what is not whole is a fault. Of an animated one the first frame. */
export const openPicture = (file: string): Sharp =>
  sharp(file, { failOn: 'error', limitInputPixels: 50_000_000, autoOrient: true, sequentialRead: true })

/** Bare pixels in sRGB, row by row, three or four bytes each. */
export type Pixels = { data: Buffer; raw: Raw }

export const again = ({ data, raw }: Pixels): Sharp => sharp(data, { raw })

/** The same on white, without an alpha channel. */
export async function flatten(pixels: Pixels): Promise<Pixels> {
  const data = await again(pixels).flatten({ background: '#ffffff' }).raw().toBuffer()
  return { data, raw: { ...pixels.raw, channels: 3 } }
}
