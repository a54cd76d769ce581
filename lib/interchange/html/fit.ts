import type { Block, List, Paragraph, TableRow, Text } from '#lib/story/document/nodes'

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
    if (block.type === 'table') return (block.content ?? []).map((row) => paragraph(rowLine(row), row.attrs.id))
    return block.type === 'quote' || block.type === 'factBox' ? paragraphsIn(block.content ?? []) : []
  })
}

const rowLine = ({ content: cells = [] }: TableRow): Text[] =>
  cells.flatMap(({ content = [] }, index): Text[] => [
    ...(index ? [{ type: 'text' as const, text: ' | ' }] : []),
    ...content,
  ])

/** What an item of a list may hold of them. */
export const inItem = (blocks: readonly Block[]): (Paragraph | List)[] =>
  blocks.flatMap((block): (Paragraph | List)[] =>
    block.type === 'bulletList' || block.type === 'orderedList' ? [block] : paragraphsIn([block]),
  )

/** Paragraphs as the words of one line. */
export const lineOf = (paragraphs: readonly Paragraph[]): Text[] =>
  paragraphs.flatMap(({ content = [] }, index): Text[] => [
    ...(index ? [{ type: 'text' as const, text: ' ' }] : []),
    ...content,
  ])

export const withoutBold = (line: readonly Text[]): Text[] =>
  line.map(({ text, marks = [] }) => {
    const kept = marks.filter(({ type }) => type !== 'bold')
    return kept.length ? { type: 'text', text, marks: kept } : { type: 'text', text }
  })

/** One heading of what stands in its element, and what no heading holds, behind it. Its weight is its own, not a word's. */
export function asHeading(blocks: readonly Block[], level: 2 | 3, id: string): Block[] {
  const content = withoutBold(lineOf(blocks.filter((block) => block.type === 'paragraph')))
  const rest = blocks.filter((block) => block.type !== 'paragraph')
  return content.length ? [{ type: 'heading', attrs: { id, level }, content }, ...rest] : rest
}
