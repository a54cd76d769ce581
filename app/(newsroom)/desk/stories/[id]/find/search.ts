export type Query = { words: string; matchCase: boolean; wholeWord: boolean; regex: boolean }

/**
 * A place where the query holds: characters `from` to `to` of the text with this index.
 * @property groups what an expression's brackets hold, the whole match first
 */
export type Match = {
  text: number
  from: number
  to: number
  groups: (string | undefined)[]
  named?: Record<string, string | undefined>
}

/** `more`: there are further ones, that are not told. */
export type Found = { matches: Match[]; more: boolean; fault?: undefined } | { fault: string }

/** So many are told: each is drawn, and a letter may stand everywhere. */
export const most = 5000

// A combining mark belongs to the letter before it.
const inWord = String.raw`[\p{L}\p{N}\p{M}_]`

/** @returns what to look for, or in words why it is no expression */
export function compile({ words, matchCase, wholeWord, regex }: Query): RegExp | string {
  const source = regex ? words : words.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  try {
    // Alone first: put between the edges of a word, “a)(b” would be one.
    const alone = new RegExp(source, 'u')
    const whole = wholeWord ? `(?<!${inWord})(?:${alone.source})(?!${inWord})` : source
    return new RegExp(whole, matchCase ? 'gu' : 'giu')
  } catch (error) {
    return `This is no expression: ${reason(error)}.`
  }
}

/** A browser tells "Invalid regular expression: /(/u: Unterminated group". */
const reason = (error: unknown) => {
  const told = String(error instanceof Error ? error.message : error)
  return (told.split(': ').at(-1) ?? told).replace(/\.$/, '').toLowerCase()
}

/** All matches that hold a character, in order; none reaches from one text into the next. */
export function search(texts: readonly string[], query: Query): Found {
  if (query.words === '') return { matches: [], more: false }
  const pattern = compile(query)
  if (typeof pattern === 'string') return { fault: pattern }
  const matches: Match[] = []
  for (const [index, text] of texts.entries())
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue
      if (matches.length === most) return { matches, more: true }
      const from = match.index
      const named = match.groups && { ...match.groups }
      matches.push({ text: index, from, to: from + match[0].length, groups: [...match], ...(named && { named }) })
    }
  return { matches, more: false }
}

/**
 * What stands in a match's place afterwards.
 * @param template taken as it is; for an expression `$1`, `$<name>`, `$&` are what was found, `$$` is a dollar sign
 */
export function replacementFor({ groups, named }: Match, template: string, { regex }: Query): string {
  if (!regex) return template
  return template.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g, (asWritten, dollar, whole, digits, name) => {
    if (dollar) return '$'
    if (whole) return groups[0] ?? ''
    if (name !== undefined) return named ? (named[name] ?? '') : asWritten
    return numbered(groups, digits) ?? asWritten
  })
}

/** `$12` is the twelfth bracket where there are so many, else the first and a 2; without a first it is what is written. */
function numbered(groups: Match['groups'], digits: string): string | undefined {
  const has = (number: number) => number > 0 && number < groups.length
  if (has(Number(digits))) return groups[Number(digits)] ?? ''
  const first = Number(digits[0])
  return digits.length === 2 && has(first) ? `${groups[first] ?? ''}${digits[1]}` : undefined
}
