import { wordsOf } from '#lib/db/fold'

/** A run of text; `found` when it is one of the words that a reader asked for. */
export type Run = { text: string; found: boolean }

/** What a search looked for: whole words, but for the last, which may also begin one. As the search itself reads it. */
const termsOf = (asked: string) => {
  const terms = wordsOf(asked)
  const last = terms.at(-1) ?? ''
  return { whole: new Set(terms), begin: [...last].length > 1 ? last : undefined }
}

/** A text with the words that were asked for marked. */
export function markFound(text: string, asked: string): Run[] {
  const { whole, begin } = termsOf(asked)
  const isFound = (token: string) => wordsOf(token).some((word) => whole.has(word) || (begin && word.startsWith(begin)))
  const runs: Run[] = []
  let end = 0
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!isFound(token)) continue
    if (index > end) runs.push({ text: text.slice(end, index), found: false })
    runs.push({ text: token, found: true })
    end = index + token.length
  }
  if (end < text.length) runs.push({ text: text.slice(end), found: false })
  return runs
}

const before = 60
const length = 190

/** The part of a text around the first word that was asked for, marked; undefined when it holds none. */
export function excerpt(text: string, asked: string): Run[] | undefined {
  const plain = text.replace(/\s+/g, ' ')
  const runs = markFound(plain, asked)
  const first = runs.findIndex((run) => run.found)
  if (first < 0) return undefined
  const at = first ? (runs[0]?.text.length ?? 0) : 0
  const start = at > before ? plain.indexOf(' ', at - before) + 1 : 0
  const cut = plain.length - start > length ? plain.lastIndexOf(' ', start + length) : plain.length
  const part = plain.slice(start, cut > start ? cut : start + length)
  return markFound(`${start ? '…' : ''}${part}${start + part.length < plain.length ? '…' : ''}`, asked)
}
