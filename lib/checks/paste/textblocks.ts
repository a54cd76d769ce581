import type {
  Block,
  Correction,
  Heading,
  List,
  ListItem,
  Paragraph,
  PullQuote,
  TableCell,
} from '#lib/story/document/nodes'
import { inlineText } from '#lib/story/document/text'

/** A node that holds marked text itself. */
export type Textblock = Paragraph | Heading | PullQuote | Correction | TableCell

/** The textblocks of a block, those in lists, quotes, fact boxes and tables included. */
export function textblocks(block: Block): { id: string; text: string }[] {
  if (isTextblock(block)) return [told(block)]
  if (block.type === 'table') return (block.content ?? []).flatMap((row) => (row.content ?? []).map(told))
  if (block.type === 'quote' || block.type === 'factBox') return (block.content ?? []).flatMap(textblocks)
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return []
  return (block.content ?? []).flatMap((item) => (item.content ?? []).flatMap(textblocks))
}

const told = ({ attrs, content }: Textblock) => ({ id: attrs.id, text: inlineText(content) })

const isTextblock = (block: Block): block is Exclude<Textblock, TableCell> =>
  block.type === 'paragraph' || block.type === 'heading' || block.type === 'pullQuote' || block.type === 'correction'

/** The block with each textblock in it given to `change`. */
export function withTextblocks(block: Block, change: <T extends Textblock>(node: T) => T): Block {
  const inItem = (item: ListItem): ListItem => ({
    ...item,
    content: item.content?.map((node) => (node.type === 'paragraph' ? change(node) : inList(node))),
  })
  const inList = (list: List): List => ({ ...list, content: list.content?.map(inItem) })
  if (isTextblock(block)) return change(block)
  if (block.type === 'table')
    return { ...block, content: block.content?.map((row) => ({ ...row, content: row.content?.map(change) })) }
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
