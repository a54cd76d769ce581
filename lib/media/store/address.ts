import { createHash } from 'node:crypto'

import { cropText } from '#lib/story/document/crop-text'

import type { Crop } from './crop'

/** Widths that files of pictures are made in, in pixels: no other is ever made, whoever asks. */
export const widths = [320, 480, 640, 960, 1280, 1920] as const
export type Width = (typeof widths)[number]

/** From the one that weighs least. */
export const formats = ['avif', 'webp', 'jpeg'] as const
export type Format = (typeof formats)[number]

export const typeOf: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' }

/** Names a part of a picture in addresses: eight signs, `0` for the whole. */
export const cropCode = (crop: Crop | undefined): string =>
  crop ? createHash('sha256').update(cropText(crop)).digest('hex').slice(0, 8) : '0'

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
