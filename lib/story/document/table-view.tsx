import { inline } from './inline'
import type { Table } from './nodes'
import { columnsOf, figureColumns } from './table'

/** A table that scrolls by itself where it is wider than the page; keys reach it, so it has a name. */
export function TableView({ table, label }: { table: Table; label: string }) {
  const { caption, headRow, headColumn } = table.attrs
  const rows = table.content ?? []
  const columns = Array.from({ length: columnsOf(table) }, (_, at) => at)
  if (!columns.length) return null
  const figures = figureColumns(table)
  const row = (y: number) => (
    <tr key={rows[y]?.attrs.id}>
      {columns.map((x) => {
        const said = inline(rows[y]?.content?.[x]?.content)
        const className = figures.has(x) ? 'n' : undefined
        if (headRow && y === 0)
          // A head without words names nothing.
          return said ? (
            <th key={x} scope="col" className={className}>
              {said}
            </th>
          ) : (
            <td key={x} />
          )
        if (headColumn && x === 0)
          return (
            <th key={x} scope="row">
              {said}
            </th>
          )
        return (
          <td key={x} className={className}>
            {said}
          </td>
        )
      })}
    </tr>
  )
  const body = rows.map((_, y) => y).slice(headRow ? 1 : 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="table" tabIndex={0} aria-label={caption || label}>
      <table>
        {caption && <caption>{caption}</caption>}
        {headRow && <thead>{row(0)}</thead>}
        {body.length > 0 && <tbody>{body.map(row)}</tbody>}
      </table>
    </section>
  )
}
