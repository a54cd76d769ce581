import type { Block, StoryDocument } from './nodes'
import { blockText } from './text'

export type Told = Omit<StoryDocument, 'schema'>

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
export function changesBetween(was: Told, is: Told): Change[] {
  const older = new Map(named(was.body.content).map((entry) => [entry.block.attrs.id, entry]))
  const newer = named(is.body.content)
  const kept = new Set(newer.map(({ block }) => block.attrs.id))
  return [
    ...line('headline', was.headline, is.headline),
    ...line('standfirst', was.standfirst, is.standfirst),
    ...newer.flatMap(({ block, place }) => blockChange(older.get(block.attrs.id)?.block, block, place)),
    ...[...older.values()]
      .filter(({ block }) => !kept.has(block.attrs.id))
      .map(({ block, place }) => removed(block, place)),
    ...orderChange(
      [...older.keys()].filter((id) => kept.has(id)),
      [...kept].filter((id) => older.has(id)),
    ),
  ]
}

const line = (at: 'headline' | 'standfirst', was: string, is: string): Change[] =>
  was === is ? [] : [{ at, place: at, kind: 'changed', was, is }]

function blockChange(was: Block | undefined, block: Block, place: string): Change[] {
  const is = blockText(block)
  if (!was) return [{ at: block.attrs.id, place, kind: 'added', was: '', is }]
  return sameBlock(was, block) ? [] : [{ at: block.attrs.id, place, kind: 'changed', was: blockText(was), is }]
}

const removed = (block: Block, place: string): Change => ({
  at: block.attrs.id,
  place,
  kind: 'removed',
  was: blockText(block),
  is: '',
})

const orderChange = (was: string[], is: string[]): Change[] =>
  was.join() === is.join()
    ? []
    : [{ at: 'order', place: 'the order of the paragraphs', kind: 'moved', was: '', is: '' }]

/** Whether two blocks say the same, however their JSON was made. */
export const sameBlock = (a: Block, b: Block) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Keys in one order, absent and empty the same: two writers of JSON need not agree on either. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    ([, held]) => held !== undefined && held !== null && !(Array.isArray(held) && held.length === 0),
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]))
}

const names: Record<Block['type'], string> = {
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
  divider: 'divider',
}

/** Each block with its number among its own kind. */
function named(blocks: Block[]): { block: Block; place: string }[] {
  const counts = new Map<string, number>()
  return blocks.map((block) => {
    const name = names[block.type]
    const number = (counts.get(name) ?? 0) + 1
    counts.set(name, number)
    return { block, place: `${name} ${number}` }
  })
}
