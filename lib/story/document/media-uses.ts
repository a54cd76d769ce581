import type { Block, Body, Clip, Image, MediaUse } from './nodes'

/** Pictures, films and sounds of a body, in its order. */
export const mediaBlocks = ({ content }: Body): (Image | Clip)[] => content.flatMap(ofBlock)

const ofBlock = (block: Block): (Image | Clip)[] => {
  if (block.type === 'gallery') return block.content ?? []
  return block.type === 'image' || block.type === 'clip' ? [block] : []
}

type Using = { main: MediaUse | null; body: Body }

/** All that a story shows of the library: what and which part, each once, its main picture first. */
export function usesOf({ main, body }: Using): Pick<MediaUse, 'media' | 'crop'>[] {
  const blocks = mediaBlocks(body).map(({ attrs }) => ({ media: attrs.media, crop: 'crop' in attrs ? attrs.crop : '' }))
  const all = [...(main ? [{ media: main.media, crop: main.crop }] : []), ...blocks]
  return [...new Map(all.map((use) => [`${use.media} ${use.crop}`, use])).values()]
}

/** Ids of all that a story shows of the library, each once. */
export const mediaIdsOf = (story: Using): string[] => [...new Set(usesOf(story).map(({ media }) => media))]
