import type { Block, Heading, List, ListItem, Paragraph } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'

/** The paragraphs and headings of a block, lists and quotes included. */
export function textblocks(block: Block): { id: string; text: string }[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [{ id: block.attrs.id, text: blockText(block) }]
  if (block.type === 'quote') return (block.content ?? []).flatMap(textblocks)
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return []
  return (block.content ?? []).flatMap((item) => (item.content ?? []).flatMap(textblocks))
}

/** The block with each paragraph and heading in it given to `change`. */
export function withTextblocks(block: Block, change: <T extends Paragraph | Heading>(node: T) => T): Block {
  const inItem = (item: ListItem): ListItem => ({
    ...item,
    content: item.content?.map((node) => (node.type === 'paragraph' ? change(node) : inList(node))),
  })
  const inList = (list: List): List => ({ ...list, content: list.content?.map(inItem) })
  if (block.type === 'paragraph' || block.type === 'heading') return change(block)
  if (block.type === 'quote') return { ...block, content: block.content?.map(change) }
  return block.type === 'bulletList' || block.type === 'orderedList' ? inList(block) : block
}
