import type { Block, Paragraph } from '#lib/story/document/nodes'

/** A paragraph of plain text. */
export const aParagraph = (text: string, id: string): Paragraph => ({
  type: 'paragraph',
  attrs: { id },
  ...(text && { content: [{ type: 'text', text }] }),
})

/** Paragraphs with ids p1, p2 …; blocks go in as they are. */
export const someBlocks = (...lines: (string | Block)[]): Block[] =>
  lines.map((line, index) => (typeof line === 'string' ? aParagraph(line, `p${index + 1}`) : line))
