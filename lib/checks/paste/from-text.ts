import { newId } from '#lib/id'
import { cleanText } from '#lib/story/document/clean'
import type { Paragraph } from '#lib/story/document/nodes'

/**
 * Plain text as paragraphs: a line each, or, where the lines are folded as in mail, a group between empty lines each.
 * Words stay as they are.
 * @param idOf gives each paragraph its id
 */
export function fromText(text: string, idOf: () => string = newId): Paragraph[] {
  const groups = cleanText(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'))
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((group) =>
      group
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
  const lines = isFolded(groups) ? groups.map((group) => group.join(' ')) : groups.flat()
  return lines
    .filter(Boolean)
    .map((line) => ({ type: 'paragraph', attrs: { id: idOf() }, content: [{ type: 'text', text: line }] }))
}

/** Plain text as it is: a paragraph a line, nothing in it changed but for signs that no feed could carry. */
export const asItIs = (text: string, idOf: () => string = newId): Paragraph[] =>
  text
    .split(/\r\n?|\n/)
    .map(cleanText)
    .filter(Boolean)
    .map((line) => ({ type: 'paragraph', attrs: { id: idOf() }, content: [{ type: 'text', text: line }] }))

/** Folded at a width: lines inside a group are all of a length, 40 to 100 characters, and go on in the next. */
function isFolded(groups: string[][]) {
  const inner = groups.flatMap((group) => group.slice(0, -1))
  const folded = inner.filter((line) => line.length >= 40 && line.length <= 100 && !/[.!?…:]["”’)]*$/u.test(line))
  return groups.length > 1 && folded.length * 2 > inner.length && inner.every((line) => line.length <= 100)
}
