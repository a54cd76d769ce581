import type { Block, Body, Gallery } from '#lib/story/document/nodes'

/**
 * A text's pictures, as galleries in their order, and the text without them. Pictures that stand by themselves make a
 * gallery with those next to them in that order; a gallery with a title stays one.
 */
export function picturesFirst({ content, ...body }: Body): { galleries: Gallery[]; text: Body } {
  const galleries: Gallery[] = []
  const text: Block[] = []
  for (const block of content) {
    const last = galleries.at(-1)
    if (block.type !== 'image' && block.type !== 'gallery') text.push(block)
    else if (block.type === 'gallery' && block.attrs.title) galleries.push(block)
    else {
      const images = block.type === 'image' ? [block] : (block.content ?? [])
      const open = last && !last.attrs.title ? last : undefined
      const joined: Gallery = {
        type: 'gallery',
        attrs: { id: open?.attrs.id ?? block.attrs.id, title: '' },
        content: [...(open?.content ?? []), ...images],
      }
      galleries.splice(open ? -1 : galleries.length, open ? 1 : 0, joined)
    }
  }
  return { galleries, text: { ...body, content: text } }
}
