import type { Block, Body, Clip, Image, MediaUse } from './nodes'

/** Pictures, films and sounds of a body, in its order. */
export const mediaBlocks = ({ content }: Body): (Image | Clip)[] => content.flatMap(ofBlock)

const ofBlock = (block: Block): (Image | Clip)[] => {
  if (block.type === 'gallery') return block.content ?? []
  return block.type === 'image' || block.type === 'clip' ? [block] : []
}

/** What shows something of the library: a text, and a main picture where it may have one. */
export type Using = { main: MediaUse | null; body: Body }

/** All that a story shows of the library: what and which part, each once, its main picture first. */
export function usesOf({ main, body }: Using): Pick<MediaUse, 'media' | 'crop'>[] {
  const blocks = mediaBlocks(body).map(({ attrs }) => ({ media: attrs.media, crop: 'crop' in attrs ? attrs.crop : '' }))
  const all = [...(main ? [{ media: main.media, crop: main.crop }] : []), ...blocks]
  return [...new Map(all.map((use) => [`${use.media} ${use.crop}`, use])).values()]
}

/** As much of the library as a story may show: a page of more is no use to anybody. */
export const MOST_MEDIA = 500

/** Ids of what a story shows of the library, each once, as far as it may show so much. */
export const mediaIdsOf = (story: Using): string[] =>
  [...new Set(usesOf(story).map(({ media }) => media))].slice(0, MOST_MEDIA)

export const showsTooMuch = (story: Using): boolean =>
  new Set(usesOf(story).map(({ media }) => media)).size > MOST_MEDIA
