import * as Y from 'yjs'
import { wordDiff } from './words'
import type { RawNode } from './ydoc'

type Run = { text: string; marks: Record<string, object> }

/** Makes an element's text say this: word by word, so that a caret in a word that stays is where it was. */
export function writeText(element: Y.XmlElement, content: readonly RawNode[]): void {
  const wanted = content.map(runOf)
  // Not in a document yet: nothing can be read from it, and nothing is there.
  const [text, ...others] = element.doc ? element.toArray() : []
  if (text instanceof Y.XmlText && !others.length) {
    writeWords(text, wanted.map((run) => run.text).join(''))
    writeMarks(text, wanted)
  } else {
    if (text) element.delete(0, element.length)
    element.insert(0, [textFrom(wanted)])
  }
}

const runOf = ({ text = '', marks = [] }: RawNode): Run => ({
  text,
  marks: Object.fromEntries((marks as { type: string; attrs?: object }[]).map(({ type, attrs = {} }) => [type, attrs])),
})

function textFrom(runs: Run[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(runs.map((run) => ({ insert: run.text, attributes: run.marks })))
  return text
}

function writeWords(text: Y.XmlText, wanted: string) {
  const was = runsOf(text)
    .map((run) => run.text)
    .join('')
  let at = 0
  for (const piece of wordDiff(was, wanted)) {
    if (piece.kind === 'del') text.delete(at, piece.text.length)
    if (piece.kind === 'ins') text.insert(at, piece.text)
    if (piece.kind !== 'del') at += piece.text.length
  }
}

const runsOf = (text: Y.XmlText): Run[] =>
  (text.toDelta() as { insert: string; attributes?: Record<string, object> }[]).map(({ insert, attributes }) => ({
    text: insert,
    marks: attributes ?? {},
  }))

function writeMarks(text: Y.XmlText, wanted: Run[]) {
  let at = 0
  for (const { length, is, was } of inStep(wanted, runsOf(text))) {
    const change = Object.fromEntries(
      [...new Set([...Object.keys(was), ...Object.keys(is)])]
        .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
        .map((name) => [name, is[name] ?? null]),
    )
    if (Object.keys(change).length) text.format(at, length, change)
    at += length
  }
}

/** Two ways of marking one text, cut where either changes. */
function inStep(wanted: Run[], there: Run[]) {
  const ends = (runs: Run[]) => {
    let end = 0
    return runs.map(({ marks, text }) => {
      end += text.length
      return { marks, end }
    })
  }
  const [is, was] = [ends(wanted), ends(there)]
  const cuts = [...new Set([...is, ...was].map(({ end }) => end))].sort((a, b) => a - b)
  return cuts.map((end, index) => ({
    length: end - (cuts[index - 1] ?? 0),
    is: is.find((run) => run.end >= end)?.marks ?? {},
    was: was.find((run) => run.end >= end)?.marks ?? {},
  }))
}
