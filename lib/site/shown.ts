import { parseCrop } from '#lib/story/document/crop-text'

import type { MediaUse } from '#lib/story/document/nodes'

import type { LibraryItem, Shown } from './queries/media'

/** A use of something, where readers have it. */
export function shownOf(use: MediaUse | null, items: ReadonlyMap<string, LibraryItem>): Shown | undefined {
  const item = use ? items.get(use.media) : undefined
  return use && item ? { item, use } : undefined
}

/** The same of a picture alone. */
export function pictureOf(use: MediaUse | null, items: ReadonlyMap<string, LibraryItem>): Shown | undefined {
  const shown = shownOf(use, items)
  return shown?.item.kind === 'picture' ? shown : undefined
}

/** What is said of it in its place: the place's own words, else the library's. */
export const altOf = ({ item, use }: Shown) => use.alt || item.alt
export const captionOf = ({ item, use }: Shown) => use.caption || item.caption
export const creditOf = ({ item, use }: Shown) => use.credit || item.credit
export const cropOfUse = ({ use }: Shown) => parseCrop(use.crop)

/** Something of the library by itself, with its own words: a face, a film's poster. */
export const alone = (item: Shown['item']): Shown => ({
  item,
  use: { media: item.id, alt: '', caption: '', credit: '', crop: '' },
})
