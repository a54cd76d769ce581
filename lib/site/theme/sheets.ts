// On globalThis, as this module exists twice: in our server's bundle and in Next's.
const key = Symbol.for('stet.site.sheets')
const held = globalThis as { [key]?: string[] }

const sheet = /<link rel="stylesheet" href="([^"]+)"/g

/** Notes by what stylesheets readers' pages are set now, from one of them. */
export function noteSheets(html: string): void {
  const found = [...html.matchAll(sheet)].flatMap(([, href]) => href ?? [])
  if (found.length) held[key] = found
}

/** Those that the last page had; none before one was made. */
export const lastSheets = (): readonly string[] => held[key] ?? []
