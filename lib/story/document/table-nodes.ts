import { type Attribute, mergeAttributes, Node } from '@tiptap/core'

import { attribute } from './attributes'
import { id, line } from './id'

const flag = (name: string, otherwise: boolean): Attribute => ({
  default: otherwise,
  validate: attribute.flag,
  parseHTML: (element) => (element.getAttribute(`data-${name}`) ?? String(otherwise)) === 'true',
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
    caption: line('caption'),
    headRow: flag('headRow', true),
    headColumn: flag('headColumn', false),
  }),
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML({ node, HTMLAttributes }) {
    const { caption } = node.attrs
    const rest = caption ? [['caption', {}, caption]] : []
    return ['table', mergeAttributes(HTMLAttributes), ...rest, ['tbody', 0]] as never
  },
})

export const tableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell*',
  isolating: true,
  addAttributes: () => ({ id }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
})

export const tableCell = Node.create({
  name: 'tableCell',
  content: 'text*',
  isolating: true,
  addAttributes: () => ({ id }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['td', mergeAttributes(HTMLAttributes), 0],
})
