import { align, type Pair } from './align'
import type { Block, StoryDocument } from './nodes'
import { blockText } from './text'

/** What co-editing edits of a story: headline, standfirst and body, without the fields beside it. */
export type StoryText = Omit<StoryDocument, 'schema'>

export type Change = {
  /** `headline`, `standfirst`, `order`, or the block's id. */
  at: string
  /** As an editor names it: `headline`, `paragraph 4`, `sub-head 2`. */
  place: string
  kind: 'changed' | 'added' | 'removed' | 'moved'
  was: string
  is: string
}

/**
 * What differs between two states of a story's text, in the order of the newer one; removed blocks come last.
 * Blocks are paired by id, so a moved block is not a removed and an added one.
 */
export function changesBetween(was: StoryText, is: StoryText): Change[] {
  const pairs = alignBlocks(was.body.content, is.body.content)
  return [
    ...line('headline', was.headline, is.headline),
    ...line('standfirst', was.standfirst, is.standfirst),
    ...pairs.flatMap(blockChange),
    ...pairs.flatMap((pair) => (pair.kind === 'removed' ? removed(pair.was, pair.place) : [])),
    ...(pairs.some(({ kind }) => kind === 'to') ? [reordered] : []),
  ]
}

export type PlacedPair = Pair<Block> & { place: string; same?: boolean }

/** Blocks of two bodies side by side, by id: each with its name, and, where both have it, whether it says the same. */
export function alignBlocks(was: Block[], is: Block[]): PlacedPair[] {
  const [older, newer] = [named(was), named(is)]
  const id = ({ block }: Named) => block.attrs.id
  return align(older, newer, id, id).map((pair): PlacedPair => {
    switch (pair.kind) {
      case 'removed':
        return { kind: pair.kind, place: pair.was.place, was: pair.was.block }
      case 'added':
        return { kind: pair.kind, place: pair.is.place, is: pair.is.block }
      default: {
        const [then, now] = [pair.was.block, pair.is.block]
        const { place } = pair.kind === 'from' ? pair.was : pair.is
        return { kind: pair.kind, place, was: then, is: now, same: sameBlock(then, now) }
      }
    }
  })
}

const line = (at: 'headline' | 'standfirst', was: string, is: string): Change[] =>
  was === is ? [] : [{ at, place: at, kind: 'changed', was, is }]

function blockChange(pair: PlacedPair): Change[] {
  const { place } = pair
  if (pair.kind === 'added') return [{ at: pair.is.attrs.id, place, kind: 'added', was: '', is: blockText(pair.is) }]
  if (pair.kind === 'removed' || pair.kind === 'from' || pair.same) return []
  return [{ at: pair.is.attrs.id, place, kind: 'changed', was: blockText(pair.was), is: blockText(pair.is) }]
}

const removed = (block: Block, place: string): Change => ({
  at: block.attrs.id,
  place,
  kind: 'removed',
  was: blockText(block),
  is: '',
})

const reordered: Change = { at: 'order', place: 'the order of the paragraphs', kind: 'moved', was: '', is: '' }

const sameBlock = (a: Block, b: Block) => a === b || toldOf(a) === toldOf(b)

const told = new WeakMap<Block, string>()

/** Blocks that were compared before are not read again: the edit screen compares after each pause. */
function toldOf(block: Block): string {
  const text = told.get(block) ?? JSON.stringify(sorted(block))
  told.set(block, text)
  return text
}

/** Keys in one order, absent and empty the same: two writers of JSON need not agree on either. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    ([, held]) => held !== undefined && held !== null && !(Array.isArray(held) && held.length === 0),
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]))
}

/** As an editor calls them. */
export const blockNames: Record<Block['type'], string> = {
  paragraph: 'paragraph',
  heading: 'sub-head',
  quote: 'quote',
  pullQuote: 'pull quote',
  factBox: 'fact box',
  bulletList: 'list',
  orderedList: 'list',
  relatedStory: '“Also read”',
  embed: 'embed',
  table: 'table',
  correction: 'correction note',
  image: 'picture',
  gallery: 'gallery',
  clip: 'film or sound',
  divider: 'divider',
}

type Named = { block: Block; place: string }

/** Each block with its number among its own kind. */
function named(blocks: Block[]): Named[] {
  const counts = new Map<string, number>()
  return blocks.map((block) => {
    const name = blockNames[block.type]
    const number = (counts.get(name) ?? 0) + 1
    counts.set(name, number)
    return { block, place: `${name} ${number}` }
  })
}
