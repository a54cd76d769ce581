import { DOMParser, Fragment, type Node, type Schema } from '@tiptap/pm/model'

import { attribute, fitting } from './attributes'
import { mostColumns, mostRows } from './table'

/** HTML tables of other programs and pages; they run in a browser alone. */

const rowsIn = (table: HTMLElement) => [
  ...table.querySelectorAll<HTMLElement>(':scope > tr, :scope > :is(thead, tbody, tfoot) > tr'),
]
const cellsIn = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>(':scope > :is(td, th)')]

/** One that says something by its rows and columns; not a page's layout, nor more than we keep. */
export function isTable(table: HTMLElement): boolean {
  const rows = rowsIn(table)
  const columns = Math.max(0, ...rows.map((row) => cellsIn(row).reduce((sum, cell) => sum + span(cell, 'colspan'), 0)))
  const isOurs = table.hasAttribute('data-headrow')
  const isLayout = table.querySelector('table, h1, h2, h3, h4, h5, h6, ul, ol, blockquote') !== null
  return isOurs || (rows.length > 0 && columns > 1 && rows.length <= mostRows && columns <= mostColumns && !isLayout)
}

export const captionIn = (table: HTMLElement) =>
  (table.getAttribute('data-caption') ?? table.querySelector(':scope > caption')?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** A spreadsheet says nothing of it: what stands in the first row is taken for the columns' names. */
export const hasHeadRow = (table: HTMLElement) => table.getAttribute('data-headrow') !== 'false'

export function hasHeadColumn(table: HTMLElement): boolean {
  const told = table.getAttribute('data-headcolumn')
  if (told !== null) return told === 'true'
  const rows = rowsIn(table).slice(1)
  return rows.length > 0 && rows.every((row) => cellsIn(row)[0]?.tagName === 'TH')
}

/** The table's rows, each as long as the longest; a merged cell says its words once, where it begins. */
export function rowsOf(element: globalThis.Node, schema: Schema): Fragment {
  const grid: Fragment[][] = []
  const ids: { row: string | null; cells: (string | null)[] }[] = []
  rowsIn(element as HTMLElement).forEach((row, y) => {
    ids[y] = { row: idOf(row), cells: [] }
    let x = 0
    for (const cell of cellsIn(row)) {
      while (grid[y]?.[x]) x += 1
      const [width, height] = [span(cell, 'colspan'), span(cell, 'rowspan')]
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1) {
          grid[y + down] ??= []
          grid[y + down]![x + right] = down + right === 0 ? lineIn(cell, schema) : Fragment.empty
        }
      ids[y].cells[x] = idOf(cell)
      x += width
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  const rows = grid.slice(0, ids.length).map((row, y) =>
    schema.node(
      'tableRow',
      { id: ids[y]?.row ?? null },
      Array.from({ length: width }, (_, x) =>
        schema.node('tableCell', { id: ids[y]?.cells[x] ?? null }, row[x] ?? Fragment.empty),
      ),
    ),
  )
  return Fragment.from(rows)
}

/** A row as one line of text, its cells apart. */
export function lineOfRow(element: globalThis.Node, schema: Schema): Fragment {
  const lines = cellsIn(element as HTMLElement).map((cell) => lineIn(cell, schema))
  return apart(
    lines.filter(({ size }) => size > 0),
    schema,
  )
}

const idOf = (element: HTMLElement) => fitting(element.getAttribute('data-id'), attribute.id, null)

function span(cell: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return Math.min(Math.max(value || 1, 1), name === 'colspan' ? mostColumns : mostRows)
}

/** All that a cell says, with its marks, as one line. */
function lineIn(cell: HTMLElement, schema: Schema): Fragment {
  const lines: Fragment[] = []
  const take = (node: Node) => {
    if (node.isTextblock && node.content.size) lines.push(node.content)
    else node.forEach(take)
  }
  take(DOMParser.fromSchema(schema).parse(cell))
  return apart(lines, schema)
}

function apart(lines: readonly Fragment[], schema: Schema): Fragment {
  const space = Fragment.from(schema.text(' '))
  return lines.reduce((all, line) => (all.size ? all.append(space) : all).append(line), Fragment.empty)
}
