import type { Block, Heading, List, ListItem, Paragraph, PullQuote } from '#lib/story/document/nodes'
import { inlineText } from '#lib/story/document/text'

/** A node that holds marked text itself. */
export type Textblock = Paragraph | Heading | PullQuote

/** The textblocks of a block, those in lists, quotes and fact boxes included. */
export function textblocks(block: Block): { id: string; text: string }[] {
  if (isTextblock(block)) return [{ id: block.attrs.id, text: inlineText(block.content) }]
  if (block.type === 'quote' || block.type === 'factBox') return (block.content ?? []).flatMap(textblocks)
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return []
  return (block.content ?? []).flatMap((item) => (item.content ?? []).flatMap(textblocks))
}

const isTextblock = (block: Block): block is Textblock =>
  block.type === 'paragraph' || block.type === 'heading' || block.type === 'pullQuote'

/** The block with each textblock in it given to `change`. */
export function withTextblocks(block: Block, change: <T extends Textblock>(node: T) => T): Block {
  const inItem = (item: ListItem): ListItem => ({
    ...item,
    content: item.content?.map((node) => (node.type === 'paragraph' ? change(node) : inList(node))),
  })
  const inList = (list: List): List => ({ ...list, content: list.content?.map(inItem) })
  if (isTextblock(block)) return change(block)
  if (block.type === 'quote') return { ...block, content: block.content?.map(change) }
  if (block.type === 'factBox')
    return {
      ...block,
      content: block.content?.map((node) =>
        node.type === 'paragraph' || node.type === 'heading' ? change(node) : inList(node),
      ),
    }
  return block.type === 'bulletList' || block.type === 'orderedList' ? inList(block) : block
}
