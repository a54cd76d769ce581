import { type Attribute, mergeAttributes, Node } from '@tiptap/core'

import { attribute, fitting } from './attributes'
import { id, line } from './id'
import { captionIn, hasHeadColumn, hasHeadRow, isTable, lineOfRow, rowsOf } from './table-html'

const flag = (name: string, otherwise: boolean, found: (element: HTMLElement) => boolean): Attribute => ({
  default: otherwise,
  validate: attribute.flag,
  parseHTML: found,
  renderHTML: (attrs) => ({ [`data-${name}`]: String(attrs[name]) }),
})

/**
 * Rows of cells of one line each, nothing merged: whatever two people do to it at once leaves a table. A row that came
 * out short is filled up by whoever works on the table next, and shown to readers as if it were whole.
 */
export const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow*',
  isolating: true,
  addAttributes: () => ({
    id,
    caption: { ...line('caption'), parseHTML: (element) => fitting(captionIn(element), attribute.line, '') },
    headRow: flag('headRow', true, hasHeadRow),
    headColumn: flag('headColumn', false, hasHeadColumn),
  }),
  parseHTML: () => [
    { tag: 'table', getAttrs: (element) => isTable(element) && null, getContent: rowsOf },
    { tag: 'caption', ignore: true },
    // Of a table that is none of ours, as pages use for their layout, each row is a line.
    {
      tag: 'tr',
      node: 'paragraph',
      priority: 40,
      getAttrs: (element) => isLine(element) && null,
      getContent: lineOfRow,
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const { caption } = node.attrs
    const rest = caption ? [['caption', {}, caption]] : []
    return ['table', mergeAttributes(HTMLAttributes), ...rest, ['tbody', 0]] as never
  },
})

/** Cells that hold no blocks of their own. */
const isLine = (row: HTMLElement) => !row.querySelector('p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote')

export const tableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell*',
  isolating: true,
  addAttributes: () => ({ id }),
  parseHTML: () => [{ tag: 'tr', context: 'table/' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
})

export const tableCell = Node.create({
  name: 'tableCell',
  content: 'text*',
  isolating: true,
  addAttributes: () => ({ id }),
  parseHTML: () => [
    { tag: 'td', context: 'tableRow/' },
    { tag: 'th', context: 'tableRow/' },
  ],
  renderHTML: ({ HTMLAttributes }) => ['td', mergeAttributes(HTMLAttributes), 0],
})
