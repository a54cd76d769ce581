import { wordsOf } from '#lib/db/fold'

import type { StoryText } from './document/changes'
import { detailOf, lineRuns, type Row, rowsBetween } from './document/compare'
import type { Run } from './document/runs'
import { blockText } from './document/text'

/** A passage is looked for with at least so many words, where its line has them: fewer are said of many things. */
const LEAST = 6
/** Words of context on either side of what was wrong. */
const AROUND = 3
/** More wrong words than this in a row are looked for in pieces: who copied a part has copied some of them. */
const MOST = 12
/** Fewer words than this say nothing by themselves. */
const TELLING = 3

/** What an older version said and a newer one does not, each with some words around it, as it read. */
export function wrongPassages(was: StoryText, is: StoryText): string[] {
  const lines = (['headline', 'standfirst'] as const).map((name) => lineRuns(was[name], is[name]))
  const body = rowsBetween(was.body, is.body).flatMap(linesOf)
  return [...new Set([...lines, ...body].flatMap(passagesIn))]
}

/** Whose words a quote holds is of all its words. */
const attribution = new Set(['speaker', 'role', 'via', 'saidAt'])

function linesOf(row: Row): Run[][] {
  if (row.kind === 'same' || row.kind === 'from') return []
  const { lines, facts } = detailOf(row)
  const misquoted =
    row.was[0]?.type === 'quote' && facts.some(({ name, was, is }) => attribution.has(name) && was !== is)
  return lines.map(({ runs }) =>
    misquoted ? runs.map((run): Run => (run.kind === 'ins' ? run : { ...run, kind: 'del' })) : runs,
  )
}

function passagesIn(runs: Run[]): string[] {
  const text = (kind: Run['kind']) => runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('')
  // Signs and capitals alone make no other sense.
  const [older, newer] = [text('ins'), text('del')]
  const removed = runs.every(({ kind }) => kind === 'del')
  if (!removed && wordsOf(older).join(' ') === wordsOf(newer).join(' ')) return []
  const { words, wrong } = oldWords(runs)
  return wrong
    .flatMap(([from, to]) => pieces(from, to))
    .flatMap(([from, to]) => {
      const [start, end] = widened(from, to, words.length)
      return end - start < TELLING ? [] : [words.slice(start, end).join(' ')]
    })
}

/** Words of the older line, and which of them went; where only something came in, the place between two of them. */
function oldWords(runs: Run[]): { words: string[]; wrong: [from: number, to: number][] } {
  const words: string[] = []
  const wrong: [number, number][] = []
  for (const { kind, text } of runs) {
    const from = words.length
    if (kind === 'ins') {
      if (wordsOf(text).length && wrong.at(-1)?.[1] !== from) wrong.push([from, from])
      continue
    }
    words.push(...(text.match(/\S+/gu) ?? []))
    if (kind !== 'del') continue
    const last = wrong.at(-1)
    if (last && last[1] === from) last[1] = words.length
    else wrong.push([from, words.length])
  }
  return { words, wrong }
}

function pieces(from: number, to: number): [number, number][] {
  if (to - from <= MOST) return [[from, to]]
  const size = Math.ceil((to - from) / Math.ceil((to - from) / MOST))
  const starts = Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => from + i * size)
  return starts.map((start) => [start, Math.min(start + size, to)])
}

function widened(from: number, to: number, length: number): [number, number] {
  if (to - from >= LEAST) return [from, to]
  let [start, end] = [Math.max(0, from - AROUND), Math.min(length, to + AROUND)]
  while (end - start < Math.min(LEAST, length)) {
    if (start > 0) start -= 1
    if (end - start < LEAST && end < length) end += 1
  }
  return [start, end]
}

/** The passages that a text holds, however its signs, capitals and spaces are. */
export function passagesOf(text: StoryText, passages: string[]): string[] {
  const parts = [text.headline, text.standfirst, ...text.body.content.map(blockText)].map(
    (part) => ` ${wordsOf(part).join(' ')} `,
  )
  return passages.filter((passage) => {
    const wanted = ` ${wordsOf(passage).join(' ')} `
    return parts.some((part) => part.includes(wanted))
  })
}
