import { Refusal } from '#lib/errors'

export type PictureType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

/** What the structure of a file says of the picture in it; its sides as stored, before it is turned upright. */
export type Structure = { type: PictureType; width: number; height: number }

/** Megapixels: of each picture, and of those that take much more memory than a plain one: all at once, not row by row. */
const most = 50
export const mostGif = 40
export const mostInterlaced = 20
/** About 18 bytes a pixel are needed to decode one. */
export const mostAvif = 12
/** Pixels of one side: a line as long as the whole picture takes as much memory as many. */
const longestSide = 30_000
/** Bytes of EXIF, XMP, colour profiles and comments, unpacked. */
export const mostMetadata = 8_000_000

export const tooLarge = (message: string) => new Refusal('too-large', message)
export const damaged = () =>
  new Refusal('invalid', 'This picture is damaged, or was not sent to its end. Save it anew, and send that.')

export const tooMuch = 'This picture takes too long to read, or too much memory. Save it smaller, or as JPEG.'

/** @param kind what pictures `megapixels` is the limit of, as in "An AVIF picture" */
export function ensureSize(width: number, height: number, megapixels = most, kind = 'A picture'): void {
  if (!width || !height) throw damaged()
  const side = Math.max(width, height)
  if (side > longestSide)
    throw tooLarge(`This picture is ${side} pixels long; ${longestSide} on a side is the most. Send a smaller one.`)
  const has = (width * height) / 1_000_000
  if (has > megapixels)
    throw tooLarge(
      `This picture has ${Math.ceil(has * 100) / 100} megapixels. ${kind} may have ${megapixels}: send a smaller one.`,
    )
}

export function ensureMetadata(bytes: number): void {
  if (bytes > mostMetadata)
    throw tooLarge(
      `This file carries more than ${mostMetadata / 1_000_000} MB beside the picture itself, like previews or profiles. Save it for the web, and send that.`,
    )
}

/** @param what is counted, as in "scans" */
export function ensureFew(count: number, few: number, what: string): void {
  if (count > few) throw tooLarge(`This file has more than ${few} ${what}, which no picture needs. Save it anew.`)
}
