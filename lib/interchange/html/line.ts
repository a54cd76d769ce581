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
const traces = /[\u00ad\u200b\u2060\ufeff]/
const space = /[ \t\n\r\f\u00a0\u2028\u2029]/

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
  let run = 0
  let end = line[0]?.text.length ?? 0
  let pending: { sign: string; run: number } | undefined
  for (let at = 0, any = false; at < all.length; at++) {
    while (at >= end) end += line[++run]!.text.length
    const sign = all[at]!
    if (traces.test(sign)) continue
    if (space.test(sign)) {
      const bound =
        sign === '\u00a0' && !pending && isBound(all.slice(Math.max(0, at - 3), at), all.slice(at + 1, at + 3))
      pending = { sign: bound ? sign : ' ', run: pending?.run ?? run }
      continue
    }
    if (pending && any) kept[pending.run] += pending.sign
    pending = undefined
    any = true
    kept[run] += sign
  }
  const out: Text[] = []
  for (const [index, { marks = [] }] of line.entries()) push(out, cleanText(kept[index]!), marks)
  return out
}

function push(out: Text[], text: string, marks: readonly Mark[]) {
  if (!text) return
  const last = out.at(-1)
  if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text
  else out.push(marks.length ? { type: 'text', text, marks: [...marks] } : { type: 'text', text })
}
