import type { Block, Body, List, ListItem, Table, Text } from './nodes'

/** Plain text of a run of marked text. */
export const inlineText = (content: Text[] = []) => content.map((node) => node.text).join('')

/**
 * Plain text of one block, a line a paragraph, list item or row; a quote ends with its speaker, a fact box and a table
 * begin with what they are called, an embed or a picture is its caption. '' for blocks without text.
 */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'correction':
      return inlineText(block.content)
    case 'bulletList':
    case 'orderedList':
      return listLines(block).join('\n')
    case 'quote':
      return [...(block.content ?? []).map((paragraph) => inlineText(paragraph.content)), block.attrs.speaker]
        .filter(Boolean)
        .join('\n')
    case 'pullQuote':
      return [inlineText(block.content), block.attrs.speaker].filter(Boolean).join('\n')
    case 'factBox':
      return [block.attrs.title, ...(block.content ?? []).map(blockText)].filter(Boolean).join('\n')
    case 'table':
      return [block.attrs.caption, ...tableLines(block)].filter(Boolean).join('\n')
    case 'embed':
    case 'image':
    case 'clip':
      return block.attrs.caption
    case 'gallery':
      return [block.attrs.title, ...(block.content ?? []).map(blockText)].filter(Boolean).join('\n')
    case 'relatedStory':
    case 'divider':
      return ''
  }
}

const listLines = (list: List): string[] => (list.content ?? []).flatMap(itemLines)

const itemLines = (item: ListItem): string[] =>
  (item.content ?? []).flatMap((node) => (node.type === 'paragraph' ? [inlineText(node.content)] : listLines(node)))

/** A row's cells stand apart as in a text file of a spreadsheet. */
const tableLines = (table: Table): string[] =>
  (table.content ?? []).map((row) =>
    (row.content ?? [])
      .map((cell) => inlineText(cell.content))
      .join('\t')
      .trim(),
  )

/** Plain text of a body: blocks without text left out, an empty line between blocks. */
export const bodyText = (body: Body) => body.content.map(blockText).filter(Boolean).join('\n\n')

/** Words as an editor counts them: runs between white space that hold a letter or a figure. */
export const countWords = (text: string) => text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length

const counted = new WeakMap<Block, number>()

/** Words of a body. Blocks that were counted before are not read again: the edit screen asks after each pause. */
export const countBodyWords = ({ content }: Pick<Body, 'content'>) =>
  content.reduce((sum, block) => sum + wordsIn(block), 0)

function wordsIn(block: Block): number {
  const words = counted.get(block) ?? countWords(blockText(block))
  counted.set(block, words)
  return words
}
