import type { Table } from './nodes'
import { inlineText } from './text'

/** What the editor makes at most; more is no table that anybody reads in a story. */
export const mostRows = 200
export const mostColumns = 20

/** Of the longest row. */
export const columnsOf = ({ content = [] }: Table) => Math.max(0, ...content.map((row) => row.content?.length ?? 0))

export const isRagged = (table: Table) =>
  (table.content ?? []).some((row) => (row.content?.length ?? 0) !== columnsOf(table))

const figure = /^[\p{Sc}+−–-]?\s?\d[\d\s.,’']*\s?(?:%|[\p{Sc}]|\p{L}{1,3})?$/u

/** Columns that hold figures and nothing else below their head, by number: they are set to the end of their cells. */
export function figureColumns(table: Table): ReadonlySet<number> {
  const rows = (table.content ?? []).slice(table.attrs.headRow ? 1 : 0)
  const found = new Set<number>()
  for (let column = table.attrs.headColumn ? 1 : 0; column < columnsOf(table); column += 1) {
    const said = rows.map((row) => inlineText(row.content?.[column]?.content).trim()).filter((text) => /\w/.test(text))
    if (said.length > 0 && said.every((text) => figure.test(text))) found.add(column)
  }
  return found
}
