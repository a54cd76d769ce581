import { type Format, filePath, type Width, widthsOf } from '#lib/media/store/address'
import type { Crop, Shape } from '#lib/media/store/crop'
import { cuttingOf, sidesOf, viewOf } from '#lib/media/store/view'

import type { Shown } from './queries/media'
import { cropOfUse } from './shown'

/** Where readers have files of the library. */
export const library = '/media'

/** A part of a picture in one shape: its pixels, and the widths in which it is to be had, the smallest first. */
export type Cut = {
  id: string
  hash: string
  crop: Crop | undefined
  width: number
  height: number
  widths: readonly [Width, ...Width[]]
  /** Where its files are, if not where readers have them. */
  base: string | undefined
}

/** What is shown of a picture in a shape; by its focus, within the part that was cut for this use. */
export function cutOf(shown: Shown, shape: Shape | 'whole'): Cut {
  const { id, hash, base } = shown.item
  const cutting = cuttingOf(shown.item)
  const { crop } = viewOf(cutting, shape, cropOfUse(shown))
  const sides = sidesOf(cutting.size, crop)
  return { id, hash, crop, base, ...sides, widths: widthsOf(sides.width) as [Width, ...Width[]] }
}

/** A file's address. @param base where files are: `/media`, or that of a private link */
export const fileOf = ({ id, hash, crop, base: own }: Cut, width: Width, format: Format, base = own ?? library) =>
  `${base}/${id}/${filePath(hash, crop, width, format)}`

/** The widest file of at most so many pixels, and its own sides: nothing is made larger than it is. */
export function fileUpTo(cut: Cut, most: Width) {
  const name = widthUpTo(cut, most)
  const width = Math.min(name, cut.width)
  return { name, width, height: Math.round((width * cut.height) / cut.width) }
}

const widthUpTo = ({ widths }: Cut, most: Width) => widths.findLast((width) => width <= most) ?? widths[0]

/** All files of a format up to a width, each with its width. */
export const srcSetOf = (cut: Cut, format: Format, most: Width, base?: string) =>
  cut.widths
    .filter((width) => width <= Math.max(most, cut.widths[0]))
    .map((width) => `${fileOf(cut, width, format, base)} ${Math.min(width, cut.width)}w`)
    .join(', ')
