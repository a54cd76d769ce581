import { cleanText } from '#lib/story/document/clean'
import type { Mark, Text } from '#lib/story/document/nodes'

/** How words look where they stand, reduced to what a story can say. */
export type Look = { bold: boolean; italic: boolean; href?: string; pre: boolean }

export const marksOf = ({ bold, italic, href }: Look): Mark[] => [
  ...(href ? [{ type: 'link' as const, attrs: { href } }] : []),
  ...(bold ? [{ type: 'bold' as const }] : []),
  ...(italic ? [{ type: 'italic' as const }] : []),
]

/** Places where a program may break a line or a file began: traces of a layout, not of writing. */
const traces = /[\u00ad\u200b\u2060\ufeff]+/g
const gaps = /[ \t\n\r\f\u00a0\u2028\u2029\u00ad\u200b\u2060\ufeff]+/g

/**
 * Whether a no-break space was meant: between a figure and its unit, after an initial, inside of « » and before the
 * marks that French sets off. Others stand where a program wanted two spaces, or one at the end of a line.
 */
const isBound = (before: string, after: string) =>
  (/[\p{N}§№°]$/u.test(before) && /^[\p{L}\p{N}%‰°€$£¥]/u.test(after)) ||
  /(?:^|[^\p{L}])\p{Lu}\.$/u.test(before) ||
  /[«‹§№]$/u.test(before) ||
  /^[;:!?»›]/u.test(after)

/** A line's words with spaces as readers see them, each one once; runs that look the same are one. */
export function tidyLine(line: readonly Text[]): Text[] {
  const all = line.map(({ text }) => text).join('')
  const kept = line.map(() => '')
  let pending: { sign: string; run: number } | undefined
  let any = false
  const say = (run: number, words: string) => {
    if (!words) return
    if (pending && any) kept[pending.run] += pending.sign
    pending = undefined
    any = true
    kept[run] += words
  }
  let start = 0
  for (const [run, { text }] of line.entries()) {
    let from = 0
    for (const { 0: gap, index } of text.matchAll(gaps)) {
      say(run, text.slice(from, index))
      from = index + gap.length
      const spaces = gap.replace(traces, '')
      if (!spaces) continue
      const [before, after] = [start + index, start + from]
      const bound =
        spaces === '\u00a0' &&
        !pending &&
        isBound(all.slice(Math.max(0, before - 3), before), all.slice(after, after + 2))
      pending = { sign: bound ? spaces : ' ', run: pending?.run ?? run }
    }
    say(run, text.slice(from))
    start += text.length
  }
  const out: Text[] = []
  for (const [index, { marks = [] }] of line.entries()) push(out, cleanText(kept[index]!), marks)
  return out
}

function push(out: Text[], text: string, marks: readonly Mark[]) {
  if (!text) return
  const last = out.at(-1)
  if (last && sameMarks(last.marks ?? [], marks)) last.text += text
  else out.push(marks.length ? { type: 'text', text, marks: [...marks] } : { type: 'text', text })
}

const sameMarks = (one: readonly Mark[], two: readonly Mark[]) =>
  one.length === two.length && (one.length === 0 || JSON.stringify(one) === JSON.stringify(two))
