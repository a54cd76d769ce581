import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, Plugin, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

import { cellOf, rowStart, widthOf } from './cells'
import { clearCells, emptyCell, goCell, goDown } from './table-commands'

/** What keys do in a table, and what keeps its rows of one length. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  // Before lists, which take Tab, and before what splits and joins paragraphs.
  priority: 150,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    /** Cells stay apart: at its edge nothing more is deleted. */
    const atEdge =
      (edge: 'start' | 'end'): Command =>
      (state) => {
        const { $head, empty } = state.selection
        const isThere = edge === 'start' ? $head.parentOffset === 0 : $head.parentOffset === $head.parent.content.size
        return empty && cellOf(state) !== undefined && isThere
      }
    const erase = (edge: 'start' | 'end') => () => run(clearCells)() || run(atEdge(edge))()
    return {
      Tab: run(goCell(1)),
      'Shift-Tab': run(goCell(-1)),
      Enter: run(goDown),
      Backspace: erase('start'),
      'Mod-Backspace': erase('start'),
      Delete: erase('end'),
      'Mod-Delete': erase('end'),
    }
  },
  addProseMirrorPlugins: () => [evenRows, heads],
})

/**
 * Fills rows up that are shorter than others, in tables that somebody has changed here. What colleagues do is theirs to
 * fill up: two who did it at once would do it twice.
 */
const evenRows = new Plugin({
  props: {
    handleTextInput(view, _from, _to, text) {
      const { $from, $to } = view.state.selection
      if ($from.sameParent($to) || !clearCells(view.state, view.dispatch)) return false
      view.dispatch(view.state.tr.insertText(text))
      return true
    },
  },
  appendTransaction(transactions, before, { doc, tr, schema }) {
    if (!transactions.some((one) => one.docChanged) || transactions.some((one) => isChangeOrigin(one))) return null
    const known = new Set(before.doc.children)
    const changed: { table: Node; at: number }[] = []
    doc.forEach((node, at) => {
      if (node.type.name === 'table' && !known.has(node)) changed.push({ table: node, at })
    })
    for (const { table, at } of changed.toReversed()) fillUp(tr, table, at, schema)
    return tr.docChanged ? tr : null
  },
})

function fillUp(tr: Transaction, table: Node, at: number, schema: Schema) {
  const width = widthOf(table)
  if (width === 0) return void tr.replaceWith(at, at + table.nodeSize, schema.node('paragraph'))
  for (let y = table.childCount - 1; y >= 0; y -= 1) {
    const row = table.child(y)
    const missing = Array.from({ length: width - row.childCount }, () => emptyCell(schema))
    if (missing.length) tr.insert(rowStart(table, at, y) + row.nodeSize - 1, missing)
  }
}

/** Cells that name a column or a row say so. */
const heads = new Plugin<DecorationSet>({
  state: {
    init: (_, { doc }) => drawHeads(doc),
    apply: (tr, drawn, { doc: before }, { doc }) =>
      !tr.docChanged || before.eq(doc)
        ? drawn
        : changesTable(before, doc)
          ? drawHeads(doc)
          : drawn.map(tr.mapping, doc),
  },
  props: {
    decorations(state) {
      return this.getState(state)
    },
  },
})

const tablesOf = (doc: Node) => doc.children.filter((node) => node.type.name === 'table')

function changesTable(before: Node, after: Node) {
  const known = new Set(tablesOf(before))
  const tables = tablesOf(after)
  return tables.length !== known.size || tables.some((table) => !known.has(table))
}

function drawHeads(doc: Node): DecorationSet {
  const drawn: Decoration[] = []
  doc.forEach((table, at) => {
    if (table.type.name !== 'table') return
    table.forEach((row, offset, y) => {
      row.forEach((cell, inside, x) => {
        const role =
          table.attrs.headRow && y === 0 ? 'columnheader' : table.attrs.headColumn && x === 0 ? 'rowheader' : ''
        const from = at + offset + inside + 2
        if (role) drawn.push(Decoration.node(from, from + cell.nodeSize, { role }))
      })
    })
  })
  return DecorationSet.create(doc, drawn)
}
