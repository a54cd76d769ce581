import type { EditorState, Transaction } from '@tiptap/pm/state'

import type { Ahead } from './read'

/** The characters from `from` to `to` gave way to `text`. */
type Change = { from: number; to: number; text: string }

/**
 * Puts into a part's text what was typed before its editor was there. Where the block says something else by now, it is
 * put where its neighbours are, and takes away nothing that was not there; where the block is gone, into one at the end.
 * @returns the places of what was selected too, where they are known
 */
export function putAhead(
  { doc, tr }: EditorState,
  { id, was, is, caret }: Ahead,
): { tr: Transaction; caret?: [number, number] } {
  let start: number | undefined
  let now = ''
  doc.forEach((node, at) => {
    if (start !== undefined || (id && node.attrs.id !== id) || !node.isTextblock) return
    start = at + 1
    now = node.textContent
  })
  const typed = changeOf(was, is)
  if (start === undefined) {
    if (!typed.text.trim()) return { tr }
    const end = doc.content.size
    tr.insert(end, doc.type.schema.node('paragraph'))
    start = end + 1
    now = ''
  }
  const since = changeOf(was, now)
  const from = moved(typed.from, since)
  const to = typed.to <= since.from || typed.from >= since.to ? moved(typed.to, since) : from
  if (to > from) tr.delete(start + from, start + to)
  let at = start + from
  const ends: number[] = []
  for (const [index, line] of typed.text.split('\n').entries()) {
    if (index) {
      tr.split(at)
      at += 2
    }
    if (line) tr.insertText(line, at)
    for (let letter = 0; letter <= line.length; letter += 1) ends.push(at + letter)
    at += line.length
  }
  const first = start
  const place = (end: number) => {
    const into = end - typed.from
    if (into < 0) return first + moved(end, since)
    return ends[into] ?? Math.min(at + into - typed.text.length, tr.doc.resolve(at).end())
  }
  return { tr, ...(caret && { caret: [place(caret[0]), place(caret[1])] }) }
}

/** What stands between the common beginning and the common end. */
export function changeOf(was: string, is: string): Change {
  let from = 0
  while (from < was.length && from < is.length && was[from] === is[from]) from += 1
  let end = 0
  while (end < was.length - from && end < is.length - from && was[was.length - 1 - end] === is[is.length - 1 - end])
    end += 1
  return { from, to: was.length - end, text: is.slice(from, is.length - end) }
}

const moved = (place: number, { from, to, text }: Change) =>
  place <= from ? place : place >= to ? place + text.length - (to - from) : from + text.length
