import type { Mark, Text } from './nodes'
import { inlineText } from './text'
import { type Piece, wordDiff } from './words'

/** A stretch of text in two versions: with its marks then and now. `marked`: the same words, marked otherwise. */
export type Run = { kind: Piece['kind'] | 'marked'; text: string; was: Mark[]; is: Mark[] }

/** Stands between two paragraphs where they are compared as one text; in no text, as whoever types it gets a new block. */
export const paragraphEnd = '\u2029'

/**
 * What changed between two marked texts, word by word. All but `ins` with the marks that were give the older text, all
 * but `del` with the marks that are the newer one.
 */
export function runsBetween(was: Text[], is: Text[]): Run[] {
  const [older, newer] = [reader(was), reader(is)]
  return readable(wordDiff(inlineText(was), inlineText(is))).flatMap(({ kind, text }) => {
    const runs: Run[] = []
    for (let left = text.length; left > 0; ) {
      const length = Math.min(left, kind === 'ins' ? left : older.rest(), kind === 'del' ? left : newer.rest())
      const [then, now] = [kind === 'ins' ? [] : older.take(length), kind === 'del' ? [] : newer.take(length)]
      const marked = kind === 'same' && keyOf(then) !== keyOf(now)
      const from = text.length - left
      add(runs, { kind: marked ? 'marked' : kind, text: text.slice(from, from + length), was: then, is: now })
      left -= length
    }
    return runs
  })
}

function add(runs: Run[], run: Run) {
  const last = runs.at(-1)
  const goesOn = last?.kind === run.kind && keyOf(last.was) === keyOf(run.was) && keyOf(last.is) === keyOf(run.is)
  if (last && goesOn) last.text += run.text
  else runs.push(run)
}

/** All of a text as it was taken out, or came in. */
export function runsOf(content: Text[], kind: 'del' | 'ins' | 'same'): Run[] {
  const runs: Run[] = []
  for (const { text, marks = [] } of content)
    add(runs, { kind, text, was: kind === 'ins' ? [] : marks, is: kind === 'del' ? [] : marks })
  return runs
}

/** Reads marked text on, stretch by stretch. */
function reader(content: Text[]) {
  let [node, at] = [0, 0]
  return {
    /** Characters until the marks may change. */
    rest: () => content[node]!.text.length - at,
    /** The marks of the next so many, no more than `rest`; those of text that ends with them are read first. */
    take(length: number): Mark[] {
      const { text, marks = [] } = content[node]!
      at += length
      if (at === text.length) [node, at] = [node + 1, 0]
      return marks
    },
  }
}

const keyOf = (marks: Mark[]) =>
  marks
    .map((mark) => JSON.stringify(mark))
    .sort()
    .join()

/** A space between two changed words reads as changed with them. */
function readable(pieces: Piece[]): Piece[] {
  const changes = (piece: Piece | undefined) => piece !== undefined && piece.kind !== 'same'
  const runs: Piece[] = []
  let [del, ins] = ['', '']
  const flush = () => {
    if (del) runs.push({ kind: 'del', text: del })
    if (ins) runs.push({ kind: 'ins', text: ins })
    ;[del, ins] = ['', '']
  }
  for (const [at, { kind, text }] of pieces.entries()) {
    if (kind !== 'ins' && (kind === 'del' || isGap(at))) del += text
    if (kind !== 'del' && (kind === 'ins' || isGap(at))) ins += text
    if (kind !== 'same' || isGap(at)) continue
    flush()
    runs.push({ kind, text })
  }
  flush()
  return runs

  /** Only where words were replaced on both sides of it: beside what is new alone, it stays where it is. */
  function isGap(at: number) {
    const piece = pieces[at]!
    if (piece.kind !== 'same' || !/^[^\S\u2029]+$/u.test(piece.text)) return false
    return changes(pieces[at - 1]) && changes(pieces[at + 1]) && (both(at - 1, -1) || both(at + 1, 1))
  }
  function both(at: number, step: number) {
    return changes(pieces[at]) && changes(pieces[at + step])
  }
}
