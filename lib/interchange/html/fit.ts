import type { Block, Heading, List, Paragraph, Text } from '#lib/story/document/nodes'

/** Lists in lists: deeper ones stand beside the item that held them. The schema bears one more. */
export const deepestList = 6

const paragraph = (content: Text[] | undefined, id: string): Paragraph => ({
  type: 'paragraph',
  attrs: { id },
  content,
})

/** Blocks as their paragraphs, for a place that holds nothing else; a table's rows are lines. */
export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    if (block.type === 'paragraph') return [block]
    if (block.type === 'heading' || block.type === 'pullQuote') return [paragraph(block.content, block.attrs.id)]
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return (block.content ?? []).flatMap((item) => paragraphsIn(item.content ?? []))
    return block.type === 'quote' || block.type === 'factBox' ? paragraphsIn(block.content ?? []) : []
  })
}

/** What an item of a list may hold of them. */
export const inItem = (blocks: readonly Block[]): (Paragraph | List)[] =>
  blocks.flatMap((block): (Paragraph | List)[] =>
    block.type === 'bulletList' || block.type === 'orderedList' ? [block] : paragraphsIn([block]),
  )

/** One heading of what stands in its element, and what no heading holds, behind it. Its weight is its own, not a word's. */
export function asHeading(blocks: readonly Block[], level: 2 | 3, id: string): Block[] {
  const lines = blocks.filter((block) => block.type === 'paragraph')
  const rest = blocks.filter((block) => block.type !== 'paragraph')
  const content = lines.flatMap(({ content = [] }, index): Text[] => [
    ...(index ? [{ type: 'text' as const, text: ' ' }] : []),
    ...content.map(({ text, marks = [] }) =>
      withMarks(
        text,
        marks.filter(({ type }) => type !== 'bold'),
      ),
    ),
  ])
  const heading: Heading[] = content.length ? [{ type: 'heading', attrs: { id, level }, content }] : []
  return [...heading, ...rest]
}

const withMarks = (text: string, marks: NonNullable<Text['marks']>): Text =>
  marks.length ? { type: 'text', text, marks } : { type: 'text', text }
