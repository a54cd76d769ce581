/** What a spreadsheet takes for a formula, at the beginning of a cell: the full-width signs, too, where people write so. */
const formula = /^(?=[=+\-@＝＋－＠\t\r])|(?<=[;\t\r\n])(?=[ \u00a0]*[=+\-@＝＋－＠])/g

/**
 * A cell that a spreadsheet shows as it is: what it would take for a formula begins with an apostrophe, also where a
 * spreadsheet of another country, to which semicolons part cells, would begin one; quotes, commas and line ends are
 * quoted (RFC 4180).
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  const safe = typeof value === 'number' ? text : text.replace(formula, "'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly (string | number | null | undefined)[]) => `${cells.map(csvCell).join(',')}\r\n`

/** Tells spreadsheets that the file is UTF-8: without it, Excel reads it as the machine's own code page. */
export const BOM = '\uFEFF'
