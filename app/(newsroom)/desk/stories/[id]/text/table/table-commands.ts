import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

import { newId } from '#lib/id'
import { mostColumns, mostRows } from '#lib/story/document/table'

import { type Cell, cellOf, cellStart, rowStart, selectCell, widthOf } from './cells'

export const emptyCell = (schema: Schema) => schema.node('tableCell', { id: newId() })

const emptyRow = (schema: Schema, width: number) =>
  schema.node(
    'tableRow',
    { id: newId() },
    Array.from({ length: width }, () => emptyCell(schema)),
  )

/** A command on the table that the caret is in. */
const inTable =
  (act: (cell: Cell, state: EditorState) => Transaction | undefined): Command =>
  (state, dispatch) => {
    const cell = cellOf(state)
    const tr = cell && act(cell, state)
    if (!tr) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** A row above (0) or below (1) the caret's, and into it. */
export const addRow = (side: 0 | 1) =>
  inTable(({ table, at, y, x }, { tr, schema }) => {
    if (table.childCount >= mostRows) return undefined
    tr.insert(rowStart(table, at, y + side), emptyRow(schema, widthOf(table)))
    return tr.setSelection(selectCell(tr.doc, at, y + side, x))
  })

/** A column before (0) or after (1) the caret's, and into it. */
export const addColumn = (side: 0 | 1) =>
  inTable(({ table, at, y, x }, { tr, schema }) => {
    if (widthOf(table) >= mostColumns) return undefined
    eachRowBackwards(table, (row) => tr.insert(cellStart(table, at, row, x + side), emptyCell(schema)))
    return tr.setSelection(selectCell(tr.doc, at, y, x + side))
  })

/** The last row takes the table with it. */
export const deleteRow = inTable((cell, { tr, schema }) => {
  const { table, at, y, x } = cell
  if (table.childCount === 1) return withoutTable(tr, cell, schema)
  const from = rowStart(table, at, y)
  tr.delete(from, from + table.child(y).nodeSize)
  return tr.setSelection(selectCell(tr.doc, at, Math.min(y, table.childCount - 2), x))
})

/** The last column takes the table with it. */
export const deleteColumn = inTable((cell, { tr, schema }) => {
  const { table, at, y, x } = cell
  if (widthOf(table) === 1) return withoutTable(tr, cell, schema)
  eachRowBackwards(table, (row) => {
    const gone = table.child(row).maybeChild(x)
    const from = cellStart(table, at, row, x)
    if (gone) tr.delete(from, from + gone.nodeSize)
  })
  return tr.setSelection(selectCell(tr.doc, at, y, Math.max(0, Math.min(x, widthOf(table) - 2))))
})

/** To the next cell (1) or the one before (-1), row by row; behind the last there is a new row. */
export const goCell =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const cell = cellOf(state)
    if (!cell) return false
    const { table, at, y, x } = cell
    const isEnd = by > 0 ? x >= table.child(y).childCount - 1 : x === 0
    const row = isEnd ? y + by : y
    if (row < 0) return true
    if (row >= table.childCount)
      return addRow(1)(state, dispatch && ((tr) => dispatch(tr.setSelection(selectCell(tr.doc, at, row, 0)))))
    const column = !isEnd ? x + by : by > 0 ? 0 : table.child(row).childCount - 1
    dispatch?.(state.tr.setSelection(selectCell(state.doc, at, row, column)).scrollIntoView())
    return true
  }

/** To the cell below; from the last row into the text below the table. */
export const goDown: Command = (state, dispatch) => {
  const cell = cellOf(state)
  if (!cell) return false
  const { table, at, y, x } = cell
  if (y + 1 < table.childCount) dispatch?.(state.tr.setSelection(selectCell(state.doc, at, y + 1, x)).scrollIntoView())
  else leaveTable(cell, state, dispatch)
  return true
}

function leaveTable({ table, at }: Cell, { tr, schema }: EditorState, dispatch?: (tr: Transaction) => void) {
  const end = at + table.nodeSize
  if (!tr.doc.nodeAt(end)?.isTextblock) tr.insert(end, schema.node('paragraph', { id: newId() }))
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(end + 1))).scrollIntoView())
}

function withoutTable(tr: Transaction, { table, at }: Cell, schema: Schema) {
  tr.replaceWith(at, at + table.nodeSize, schema.node('paragraph', { id: newId() }))
  return tr.setSelection(TextSelection.create(tr.doc, at + 1))
}

/** From the end backwards: what is still to be done keeps its place. */
function eachRowBackwards(table: Node, act: (y: number) => void) {
  for (let y = table.childCount - 1; y >= 0; y -= 1) act(y)
}

/**
 * Empties the cells that a selection over several of them touches; the caret goes to where it began. Without it, what
 * is left of the first and the last would become one cell.
 */
export const clearCells: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection
  if ($from.sameParent($to) || !cellOf(state)) return false
  const tr = state.tr
  const cells: { start: number; end: number }[] = []
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === 'tableCell')
      cells.push({ start: Math.max(from, pos + 1), end: Math.min(to, pos + 1 + node.content.size) })
    return !node.isTextblock
  })
  // Only where all of it is one table's.
  if ($from.depth < 3 || $from.before($from.depth - 2) !== ($to.depth < 3 ? -1 : $to.before($to.depth - 2)))
    return false
  for (const { start, end } of cells.toReversed()) if (end > start) tr.delete(start, end)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from)).scrollIntoView())
  return true
}
