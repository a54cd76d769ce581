import { createHash } from 'node:crypto'

import { cropText } from '#lib/story/document/crop-text'

import { type Crop, cropOf, type Point, type Shape, type Sides, shapes } from './crop'

/** Widths that files of pictures are made in, in pixels: no other is ever made, whoever asks. */
export const widths = [320, 480, 640, 960, 1280, 1920] as const
export type Width = (typeof widths)[number]

/** From the one that weighs least. */
export const formats = ['avif', 'webp', 'jpeg'] as const
export type Format = (typeof formats)[number]

export const typeOf: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' }

/** A part of a picture, and how wide and high it is: what one file of it shows. */
export type View = { crop: Crop | undefined; shape: Shape | 'whole' }

/** What a picture is cut by: its size in pixels, what must be seen, and the crops that somebody drew, by shape. */
export type Cutting = { size: Sides; focus: Point; crops: Partial<Record<string, Crop>> }

/**
 * The part of a picture that is shown in a shape.
 * @param own what somebody has cut for one use; the crop stays within it
 */
export function viewOf({ size, focus, crops }: Cutting, shape: Shape | 'whole', own?: Crop): View {
  if (shape === 'whole') return { crop: own, shape }
  return { crop: own ? cropOf(size, shape, focus, own) : (crops[shape] ?? cropOf(size, shape, focus)), shape }
}

/** All that may be asked for of a picture, for each crop of its own that it has somewhere. */
export const viewsOf = (cutting: Cutting, owns: readonly (Crop | undefined)[] = []): View[] =>
  [undefined, ...owns].flatMap((own) =>
    (['whole', ...(Object.keys(shapes) as Shape[])] as const).map((shape) => viewOf(cutting, shape, own)),
  )

/** Names a part of a picture in addresses: eight signs, `0` for the whole. */
export const cropCode = (crop: Crop | undefined): string =>
  crop ? createHash('sha256').update(cropText(crop)).digest('hex').slice(0, 8) : '0'

/** Pixels of a part of a picture. */
export const sidesOf = ({ width, height }: Sides, crop: Crop | undefined): Sides =>
  crop ? { width: Math.round(width * crop.width), height: Math.round(height * crop.height) } : { width, height }

/**
 * Widths in which a part is offered: those that it has, and the next one above, made as wide as it is.
 * @param full its own width in pixels
 */
export function widthsOf(full: number): Width[] {
  const smaller = widths.filter((width) => width < full)
  const [next] = widths.filter((width) => width >= full)
  return next ? [...smaller, next] : smaller
}

/** The last two parts of a file's address: content and crop, width and format. */
export const filePath = (hash: string, crop: Crop | undefined, width: Width, format: Format) =>
  `${hash}-${cropCode(crop)}/${width}.${format}`

/** A file of a picture as an address names it. */
export type Asked = { id: string; hash: string; code: string; width: Width; format: Format }

/** @param path `<id>/<hash>-<crop>/<width>.<format>` @returns undefined for what is no such address */
export function readAddress(path: string): Asked | undefined {
  const [, id = '', hash = '', code = '', size, format] =
    /^([a-z0-9-]{1,40})\/([0-9a-f]{12})-([0-9a-f]{8}|0)\/(\d{3,4})\.(avif|webp|jpeg)$/.exec(path) ?? []
  const width = widths.find((one) => String(one) === size)
  return width && format ? { id, hash, code, width, format: format as Format } : undefined
}
