import type { Block, Clip, Image, MediaUse, Paragraph } from '#lib/story/document/nodes'

/** A paragraph of plain text. */
export const aParagraph = (text: string, id: string): Paragraph => ({
  type: 'paragraph',
  attrs: { id },
  ...(text && { content: [{ type: 'text', text }] }),
})

/** Paragraphs with ids p1, p2 …; blocks go in as they are. */
export const someBlocks = (...lines: (string | Block)[]): Block[] =>
  lines.map((line, index) => (typeof line === 'string' ? aParagraph(line, `p${index + 1}`) : line))

/** Something of the library in one place of a story, with no words and no crop of that place's own. */
export const aUse = (media: string, change: Partial<MediaUse> = {}): MediaUse => ({
  ...{ media, alt: '', caption: '', credit: '', crop: '' },
  ...change,
})

/** A picture in a text. */
export const anImage = (media: string, change: Partial<Image['attrs']> = {}): Image => ({
  type: 'image',
  attrs: { id: `image-${media}`, ...aUse(media), wide: false, ...change },
})

/** A film or a sound in a text. */
export const aClip = (media: string, change: Partial<Clip['attrs']> = {}): Clip => ({
  type: 'clip',
  attrs: { id: `clip-${media}`, media, caption: '', credit: '', ...change },
})
