import { align, type Pair } from './align'
import { alignBlocks, type StoryText } from './changes'
import { type Fact, factsOf, type Line, linesOf } from './lines'
import type { Block, Text } from './nodes'
import { paragraphEnd, type Run, runsBetween, runsOf } from './runs'
import { blockText, countWords } from './text'
import { wordDiff } from './words'

/**
 * Blocks that belong side by side. All `was` one after another are the older body, all `is` the newer one.
 * `from`: stood here and has moved; `to`: has come here, and was as `before`; `split`: one paragraph became several;
 * `joined`: several became one.
 */
export type Row = {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'from' | 'to' | 'split' | 'joined'
  /** As an editor names it: `paragraph 4`. */
  place: string
  was: Block[]
  is: Block[]
  before?: Block
}

/** Two bodies side by side. */
export function rowsBetween(was: StoryText['body'], is: StoryText['body']): Row[] {
  const rows = alignBlocks(was.content, is.content).map((pair): Row => {
    const { kind, place } = pair
    if (kind === 'removed' || kind === 'from') return { kind, place, was: [pair.was], is: [] }
    if (kind === 'added') return { kind, place, was: [], is: [pair.is] }
    if (kind === 'to') return { kind, place, was: [], is: [pair.is], before: pair.was }
    return { kind: pair.same ? 'same' : 'changed', place, was: [pair.was], is: [pair.is] }
  })
  return grouped(rows)
}

/** A changed paragraph whose words went on in the new one behind it was split; the other way round two were joined. */
function grouped(rows: Row[]): Row[] {
  const all: Row[] = []
  for (const row of rows) {
    const last = all.at(-1)
    if (last && goesOn(last, row)) {
      last.kind = row.kind === 'added' ? 'split' : 'joined'
      last.was = [...last.was, ...row.was]
      last.is = [...last.is, ...row.is]
    } else all.push({ ...row })
  }
  return all
}

function goesOn(last: Row, row: Row): boolean {
  const splits = row.kind === 'added' && (last.kind === 'changed' || last.kind === 'split')
  const joins = row.kind === 'removed' && (last.kind === 'changed' || last.kind === 'joined')
  const blocks = [...last.was, ...last.is, ...row.was, ...row.is]
  if (!(splits || joins) || !blocks.every(({ type }) => type === 'paragraph')) return false
  const [whole, parts] = splits ? [last.was, [...last.is, ...row.is]] : [last.is, [...last.was, ...row.was]]
  const known = wordDiff(whole.map(blockText).join(''), parts.map(blockText).join(paragraphEnd))
  return mostlySame(known, blockText((splits ? row.is : row.was)[0]!))
}

/** Of the last paragraph's words more than half are the same in both. */
function mostlySame(pieces: ReturnType<typeof wordDiff>, last: string): boolean {
  let left = last.length
  let same = 0
  for (const { kind, text } of pieces.filter(({ kind }) => kind !== 'del').reverse()) {
    const within = text.slice(Math.max(0, text.length - left))
    if (kind === 'same') same += countWords(within)
    left -= within.length
    if (left <= 0) break
  }
  return same > countWords(last) / 2
}

/** A line in two versions, with its words; a paragraph that was split or joined is one, its ends among the words. */
export type LineRow = { kind: Pair<Line>['kind']; was?: Line; is?: Line; runs: Run[] }

export type FactChange = { label: string; name: string; was: string; is: string }

/** What a row shows: its words, and what else is known of its blocks then and now. */
export function detailOf({ kind, was, is, before }: Row): { lines: LineRow[]; facts: FactChange[] } {
  if (kind === 'split' || kind === 'joined') {
    const [older, newer] = [was, is].map((blocks) => linesOf(blocks[0]!)[0]!)
    const runs = runsBetween(joinedContent(was), joinedContent(is))
    return { lines: [{ kind: 'both', was: older, is: newer, runs }], facts: [] }
  }
  const [older, newer] = [was[0] ?? before, is[0]]
  const id = (line: Line) => line.id
  const pairs = align(older ? linesOf(older) : [], newer ? linesOf(newer) : [], id, id)
  return { lines: pairs.map(lineRow), facts: factsBetween(older && factsOf(older), newer && factsOf(newer)) }
}

function lineRow(pair: Pair<Line>): LineRow {
  switch (pair.kind) {
    case 'both':
    case 'to':
      return { ...pair, runs: runsBetween(pair.was.content, pair.is.content) }
    case 'from':
      return { ...pair, runs: runsOf(pair.was.content, 'del') }
    case 'removed':
      return { ...pair, runs: runsOf(pair.was.content, 'del') }
    case 'added':
      return { ...pair, runs: runsOf(pair.is.content, 'ins') }
  }
}

const joinedContent = (blocks: Block[]): Text[] =>
  blocks.flatMap((block, at) => [
    ...(at ? [{ type: 'text' as const, text: paragraphEnd }] : []),
    ...linesOf(block).flatMap(({ content }) => content),
  ])

/** Where there is only one version, it is shown as it is: nothing changed beside what became of the block itself. */
function factsBetween(was: Fact[] | undefined, is: Fact[] | undefined): FactChange[] {
  const names = new Map([...(was ?? is ?? []), ...(is ?? [])].map(({ name, label }) => [name, label]))
  const told = (facts: Fact[], name: string) => facts.find((fact) => fact.name === name)?.value ?? ''
  return [...names].map(([name, label]) => ({
    name,
    label,
    was: told(was ?? is ?? [], name),
    is: told(is ?? was ?? [], name),
  }))
}

/** `2 paragraphs changed, 1 added`: what became of a body, in few words; '' where nothing did. */
export function summaryOf(rows: Row[]): string {
  const count = (...kinds: Row['kind'][]) => rows.filter(({ kind }) => kinds.includes(kind)).length
  const told: [number, string][] = [
    [count('changed'), 'changed'],
    [count('split'), 'split'],
    [count('joined'), 'joined'],
    [count('added'), 'added'],
    [count('removed'), 'taken out'],
    [count('to'), 'moved'],
  ]
  return told
    .filter(([number]) => number > 0)
    .map(([number, what], at) => (at ? `${number} ${what}` : `${number} ${number === 1 ? 'block' : 'blocks'} ${what}`))
    .join(', ')
}

/** The headline's or the standfirst's words in two versions. */
export const lineRuns = (was: string, is: string) => runsBetween(textOf(was), textOf(is))
const textOf = (text: string): Text[] => (text ? [{ type: 'text', text }] : [])
