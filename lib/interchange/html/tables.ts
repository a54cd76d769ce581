import { mostColumns, mostRows } from '#lib/story/document/table'

import { type Element, elementsIn, isBlank, isElement, styleOf } from './tree'

export type Cell = { element: Element; header: boolean }

/** Beyond, nothing is looked for. */
const most = { rows: mostRows + 1, columns: mostColumns + 1 }

/**
 * The cells of a table that says something by rows and columns; a cell that reaches over others stands once, the places
 * it covers are empty. `undefined` for one that only sets a page (mail, old sites) or is too large for a story: what it
 * holds reads on by itself.
 */
export function cellsOf(table: Element): (Cell | undefined)[][] | undefined {
  if (/^(?:presentation|none)$/.test(table.attrs.role ?? '')) return undefined
  const all = elementsIn(table.children)
  if (all.some(({ name }) => /^(?:table|h[1-6]|ul|ol|blockquote|form)$/.test(name))) return undefined
  const rows = laidOut(all.filter(({ name }) => name === 'tr').slice(0, most.rows), headRows(table))
  const filled = rows.filter((row) => row.some((cell) => cell && !isBlank(cell.element)))
  const used = (column: number) => filled.some((row) => row[column] && !isBlank(row[column].element))
  const width = Math.min(most.columns, Math.max(0, ...filled.map((row) => row.length)))
  const columns = Array.from({ length: width }, (_, column) => column).filter(used)
  if (columns.length < 2 || columns.length > mostColumns || filled.length > mostRows) return undefined
  const cells = filled.map((row) => columns.map((column) => row[column]))
  // Boxes of running text beside each other are a page's columns.
  const long = cells.flat().filter((cell) => cell && lines(cell.element) > 3).length
  return long * 4 > cells.flat().length ? undefined : cells
}

const lines = (cell: Element) => elementsIn(cell.children).filter(({ name }) => name === 'p' || name === 'br').length

const headRows = (table: Element) =>
  new Set(
    elementsIn(table.children.filter((one) => isElement(one) && one.name === 'thead')).filter(
      ({ name }) => name === 'tr',
    ),
  )

function laidOut(rows: readonly Element[], heads: ReadonlySet<Element>): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => [])
  const taken = rows.map(() => new Set<number>())
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row.children) {
      if (!isElement(cell) || (cell.name !== 'td' && cell.name !== 'th') || styleOf(cell).display === 'none') continue
      while (taken[y]!.has(x)) x++
      const [across, down] = [span(cell.attrs.colspan), span(cell.attrs.rowspan)]
      for (let dy = 0; dy < down && y + dy < rows.length; dy++)
        for (let dx = 0; dx < across; dx++) taken[y + dy]!.add(x + dx)
      grid[y]![x] = { element: cell, header: cell.name === 'th' || heads.has(row) }
      x += across
    }
  })
  return grid
}

const span = (text = '1') => Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), most.columns)
