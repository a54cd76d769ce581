/**
 * A cell that a spreadsheet shows as it is: what it would take for a formula begins with an apostrophe; quotes, commas
 * and line ends are quoted (RFC 4180).
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly (string | number | null | undefined)[]) => `${cells.map(csvCell).join(',')}\r\n`

/** Tells spreadsheets that the file is UTF-8: without it, Excel reads it as the machine's own code page. */
export const BOM = '\uFEFF'
