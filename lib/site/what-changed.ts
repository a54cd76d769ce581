import { detailOf, type FactChange, lineRuns, type Row, rowsBetween } from '#lib/story/document/compare'
import type { Body } from '#lib/story/document/nodes'
import { type Run, runsOf } from '#lib/story/document/runs'

type Said = { headline: string; standfirst: string; body: Body }

/** A line of the story whose words changed. */
export type Passage = {
  look: 'headline' | 'standfirst' | 'head' | 'small-head' | 'text' | 'beside'
  /** What stands before an item of a list. */
  marker: string
  runs: Run[]
}

/** What changed in one place, or how many passages in a row have stayed. */
export type Part =
  | {
      passages: Passage[]
      moved: boolean
      /** The same words, but a link or the emphasis is another. */
      remarked: boolean
    }
  | { unchanged: number }

/** What readers are told of a block beside its text; where a link leads, and the form of a table, are not among it. */
const shownFacts = new Set(['speaker', 'role', 'via', 'saidAt', 'title', 'caption'])

/** Between two versions, word by word, as readers are told it; none where they would read the same. */
export function whatChanged(was: Said, is: Said): Part[] {
  const lines = (['headline', 'standfirst'] as const)
    .filter((look) => was[look] !== is[look])
    .map((look): Part => ({ passages: [{ look, marker: '', runs: lineRuns(was[look], is[look]) }], ...plain }))
  const body = rowsBetween(was.body, is.body).flatMap(partOf)
  const parts = [...lines, ...together(body)]
  return parts.some((part) => 'passages' in part) ? parts : []
}

const plain = { moved: false, remarked: false }

function partOf(row: Row): Part[] {
  if (row.kind === 'same') return [{ unchanged: 1 }]
  // Its words stand where they are now.
  if (row.kind === 'from') return []
  const { lines, facts } = detailOf(row)
  const passages = [
    ...lines.flatMap(({ kind, was, is, runs }): Passage[] => {
      const line = is ?? was
      return line && kind !== 'from' && runs.length ? [{ look: line.look, marker: line.marker, runs }] : []
    }),
    ...facts.filter(({ name }) => shownFacts.has(name)).flatMap((fact) => factPassage(fact, row.kind)),
  ]
  const moved = row.kind === 'to'
  const remarked = passages.some(({ runs }) => runs.some(({ kind }) => kind === 'marked'))
  const tells = moved || remarked || passages.some(({ runs }) => runs.some(({ kind }) => kind !== 'same'))
  return tells && passages.length ? [{ passages, moved, remarked }] : []
}

function factPassage({ was, is }: FactChange, kind: Row['kind']): Passage[] {
  const text = (said: string) => [{ type: 'text' as const, text: said }]
  const runs =
    kind === 'added' ? runsOf(text(is), 'ins') : kind === 'removed' ? runsOf(text(was), 'del') : lineRuns(was, is)
  return runs.length ? [{ look: 'beside', marker: '', runs }] : []
}

/** Unchanged passages in a row are one part. */
function together(parts: Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last && 'unchanged' in last && 'unchanged' in part) all[all.length - 1] = { unchanged: last.unchanged + 1 }
    else all.push(part)
  }
  return all
}
