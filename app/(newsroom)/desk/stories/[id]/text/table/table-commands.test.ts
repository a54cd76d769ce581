import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { findDocumentFault } from '#lib/story/document/check'
import type { Block } from '#lib/story/document/nodes'
import { bodySchema } from '#lib/story/document/schema'

import { cellStart } from './cells'
import { addColumn, addRow, clearCells, deleteColumn, deleteRow, goCell, goDown } from './table-commands'
import { TableKeys } from './table-keys'

const row = (y: number, ...cells: string[]) => ({
  type: 'tableRow' as const,
  attrs: { id: `r${y}` },
  content: cells.map((text, x) => ({
    type: 'tableCell' as const,
    attrs: { id: `c${y}${x}` },
    content: text ? [{ type: 'text' as const, text }] : [],
  })),
})
const table = (...rows: string[][]): Block => ({
  type: 'table',
  attrs: { id: 't', caption: '', headRow: true, headColumn: false },
  content: rows.map((cells, y) => row(y, ...cells)),
})
const plugins = TableKeys.config.addProseMirrorPlugins!.call({} as never)

/** A table with the caret in one of its cells, or text selected from there to another's end. */
function stateAt(rows: string[][], [y, x]: [number, number], to?: [number, number]) {
  const doc = bodySchema().nodeFromJSON({ type: 'doc', content: [table(...rows)] })
  const at = (y: number, x: number) => cellStart(doc.child(0), 0, y, x) + 1
  const end = to && at(...to) + doc.resolve(at(...to)).parent.content.size
  return EditorState.create({ doc, plugins, selection: TextSelection.create(doc, at(y, x), end) })
}

function run(state: EditorState, ...commands: Command[]) {
  let next = state
  for (const command of commands) command(next, (tr) => (next = next.apply(tr)))
  next.doc.check()
  const content = next.doc.toJSON().content as Block[]
  expect(findDocumentFault({ schema: 3, headline: '', standfirst: '', body: { type: 'doc', content } })).toBeUndefined()
  return next
}
const told = ({ doc }: EditorState) =>
  doc.children.map((block) =>
    block.type.name === 'table'
      ? block.children.map((row) => row.children.map((cell) => cell.textContent))
      : block.type.name,
  )
const caret = ({ selection }: EditorState) => selection.$head.parent.attrs.id as string
const two = [
  ['a', 'b'],
  ['c', 'd'],
]

test('rows and columns come where they are asked for, with the caret in them', () => {
  const above = run(stateAt(two, [1, 1]), addRow(0))
  expect(told(above)).toEqual([
    [
      ['a', 'b'],
      ['', ''],
      ['c', 'd'],
    ],
  ])
  expect(above.selection.$head.parent.textContent).toBe('')
  expect(told(run(stateAt(two, [1, 1]), addRow(1)))).toEqual([
    [
      ['a', 'b'],
      ['c', 'd'],
      ['', ''],
    ],
  ])
  expect(told(run(stateAt(two, [0, 1]), addColumn(0)))).toEqual([
    [
      ['a', '', 'b'],
      ['c', '', 'd'],
    ],
  ])
  expect(told(run(stateAt(two, [0, 1]), addColumn(1)))).toEqual([
    [
      ['a', 'b', ''],
      ['c', 'd', ''],
    ],
  ])
})

test('a table grows no further than anybody reads', () => {
  const wide = stateAt([Array.from({ length: 20 }, () => 'x')], [0, 3])
  expect(addColumn(1)(wide)).toBe(false)
  const long = stateAt(
    Array.from({ length: 200 }, () => ['x']),
    [3, 0],
  )
  expect(addRow(1)(long)).toBe(false)
})

test('rows and columns go, and the last one takes the table with it', () => {
  const less = run(stateAt(two, [1, 0]), deleteRow)
  expect(told(less)).toEqual([[['a', 'b']]])
  expect(caret(less)).toBe('c00')
  expect(told(run(stateAt(two, [0, 1]), deleteColumn))).toEqual([[['a'], ['c']]])
  expect(told(run(stateAt([['a', 'b']], [0, 1]), deleteRow))).toEqual(['paragraph'])
  expect(told(run(stateAt([['a'], ['b']], [1, 0]), deleteColumn))).toEqual(['paragraph'])
})

test('Tab goes from cell to cell and makes a row behind the last, Shift Tab goes back and stays in the first', () => {
  expect(caret(run(stateAt(two, [0, 1]), goCell(1)))).toBe('c10')
  expect(told(run(stateAt(two, [1, 1]), goCell(1)))).toEqual([
    [
      ['a', 'b'],
      ['c', 'd'],
      ['', ''],
    ],
  ])
  expect(caret(run(stateAt(two, [1, 0]), goCell(-1)))).toBe('c01')
  expect(caret(run(stateAt(two, [0, 0]), goCell(-1)))).toBe('c00')
})

test('Enter goes down, and out of the table from its last row', () => {
  expect(caret(run(stateAt(two, [0, 1]), goDown))).toBe('c11')
  const out = run(stateAt(two, [1, 1]), goDown)
  expect(told(out)).toEqual([two, 'paragraph'])
  expect(out.selection.$head.parent.type.name).toBe('paragraph')
})

test('what is selected over several cells is emptied cell by cell', () => {
  const cleared = run(
    stateAt(
      [
        ['ab', 'cd'],
        ['ef', 'gh'],
      ],
      [0, 1],
      [1, 0],
    ),
    clearCells,
  )
  expect(told(cleared)).toEqual([
    [
      ['ab', ''],
      ['', 'gh'],
    ],
  ])
  expect(clearCells(stateAt(two, [0, 0]))).toBe(false)
})

test('a row that comes out short is filled up by whoever changes the table', () => {
  const ragged = stateAt([['a', 'b', 'c'], ['d']], [1, 0])
  expect(told(run(ragged, (state, dispatch) => Boolean(dispatch?.(state.tr.insertText('x')))))).toEqual([
    [
      ['a', 'b', 'c'],
      ['xd', '', ''],
    ],
  ])
  const cut = stateAt(two, [0, 0], [1, 0])
  const after = run(cut, (state, dispatch) => Boolean(dispatch?.(state.tr.deleteSelection())))
  const rows = told(after)[0] as string[][]
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
})
