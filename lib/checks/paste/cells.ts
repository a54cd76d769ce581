/**
 * The cells of text as a spreadsheet copies it: rows of cells between tabs, a cell in quotes may hold lines of its own.
 * @returns undefined for text that is none: fewer than two rows, or rows of different lengths, or of one cell
 */
export function cellsOf(text: string): string[][] | undefined {
  if (!text.includes('\t') || text.length > 1_000_000) return undefined
  const rows = read(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''))
  const [first] = rows
  const isTable = rows.length > 1 && first && first.length > 1 && rows.every(({ length }) => length === first.length)
  return isTable ? rows : undefined
}

function read(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [whole, quoted, plain = '', end] = match
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/\s+/g, ' ').trim())
    if (end === '\n') rows.push([])
    if (end === '' || whole === '') break
  }
  return rows
}
