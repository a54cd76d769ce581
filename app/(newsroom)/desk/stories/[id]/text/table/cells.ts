import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'

/** A cell with its table; `y` and `x` count from 0, positions are those before the nodes. */
export type Cell = { table: Node; at: number; y: number; x: number }

/** The cell that a position stands in. */
export function cellAt($pos: ResolvedPos): Cell | undefined {
  for (let depth = $pos.depth; depth > 1; depth -= 1)
    if ($pos.node(depth).type.name === 'tableCell')
      return {
        table: $pos.node(depth - 2),
        at: $pos.before(depth - 2),
        y: $pos.index(depth - 2),
        x: $pos.index(depth - 1),
      }
  return undefined
}

/** The cell of the caret. */
export const cellOf = (state: EditorState) => cellAt(state.selection.$head)

export const widthOf = (table: Node) => Math.max(0, ...table.children.map((row) => row.childCount))

/** Where a row begins, its own start included. */
export function rowStart(table: Node, at: number, y: number): number {
  let pos = at + 1
  for (let i = 0; i < y; i += 1) pos += table.child(i).nodeSize
  return pos
}

/** The position before a cell; of a row that is shorter, its end. */
export function cellStart(table: Node, at: number, y: number, x: number): number {
  const row = table.child(y)
  let pos = rowStart(table, at, y) + 1
  for (let i = 0; i < Math.min(x, row.childCount); i += 1) pos += row.child(i).nodeSize
  return pos
}

/** All of a cell's text. */
export function selectCell(doc: Node, at: number, y: number, x: number): TextSelection {
  const table = doc.nodeAt(at)
  if (!table) return TextSelection.create(doc, at)
  const pos = cellStart(table, at, y, x)
  return TextSelection.create(doc, pos + 1, pos + 1 + (doc.nodeAt(pos)?.content.size ?? 0))
}
