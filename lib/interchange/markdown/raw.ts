/** Names of signs that people write; there are two thousand more. */
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  cent: '¢',
  deg: '°',
  times: '×',
  frac12: '½',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  middot: '·',
  bull: '•',
}

/** Text with `&amp;`, `&#8211;` and the like as the signs they stand for; an unknown one stays as it is written. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,7}));/gi, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number.parseInt(decimal, 10) : undefined
    if (code === undefined) return named[name] ?? named[String(name).toLowerCase()] ?? all
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })

/** The words of a piece of HTML within Markdown: no tags, nothing that runs. They are words, never parsed again. */
export const wordsOf = (html: string): string =>
  decoded(
    html
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<(script|style|template|noscript|iframe|object)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/<\/?[a-z][^>]*>/gi, ' '),
  )
