import type { Told } from '#lib/story/document/changes'
import { longestRun } from '#lib/story/document/longest-run'
import type { Block, Paragraph } from '#lib/story/document/nodes'
import { inlineText } from '#lib/story/document/text'
import type { FragmentName } from '#lib/story/document/ydoc'

/**
 * One place of the story beside the same place of the fork. A line (headline, standfirst) stands here as a paragraph.
 * @property at the block's id; of a line its name
 * @property was what the story says; null where the fork adds the block
 * @property is what the fork says; null where it takes the block out
 */
export type Entry = { part: FragmentName; at: string; was: Block | null; is: Block | null }

/**
 * Story and fork in one sequence, blocks paired by their ids. A block that was moved stands in it twice: taken out here,
 * added there. All of `was` in order is the story, all of `is` the fork.
 */
export function merge(story: Told, fork: Told): Entry[] {
  return [
    lineEntry('headline', story, fork),
    lineEntry('standfirst', story, fork),
    ...bodyEntries(story.body.content, fork.body.content),
  ]
}

/** Names a place: two entries have one name where a block was moved from the one to the other. */
export const placeOf = ({ part, at }: Pick<Entry, 'part' | 'at'>) => `${part} ${at}`

export const isHunk = ({ was, is }: Entry) => was === null || is === null || said(was) !== said(is)

/** The story with the changes of some entries made. */
export function applied(entries: readonly Entry[], chosen: (entry: Entry, index: number) => boolean): Told {
  const document: Told = { headline: '', standfirst: '', body: { type: 'doc', content: [] } }
  for (const [index, entry] of entries.entries()) {
    const block = chosen(entry, index) ? entry.is : entry.was
    if (entry.part !== 'body') document[entry.part] = lineText(block)
    else if (block) document.body.content.push(block)
  }
  return document
}

export const lineText = (block: Block | null) => inlineText((block as Paragraph | null)?.content)

export const lineBlock = (part: 'headline' | 'standfirst', text: string): Block => ({
  type: 'paragraph',
  attrs: { id: part },
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})

const lineEntry = (part: 'headline' | 'standfirst', story: Told, fork: Told): Entry => ({
  part,
  at: part,
  was: lineBlock(part, story[part]),
  is: lineBlock(part, fork[part]),
})

function bodyEntries(story: Block[], fork: Block[]): Entry[] {
  const places = new Map(story.map((block, index) => [block.attrs.id, index]))
  const taken = new Set<number>()
  const pairs = fork.map((block) => {
    const place = places.get(block.attrs.id)
    if (place === undefined || taken.has(place)) return undefined
    taken.add(place)
    return place
  })
  const entries: Entry[] = []
  const entry = (was: Block | null, is: Block | null) =>
    entries.push({ part: 'body', at: (was ?? is)!.attrs.id, was, is })
  let [from, to] = [0, 0]
  // What stays in its place divides the rest into gaps: what is gone stands in each before what has come.
  const gap = (storyEnd: number, forkEnd: number) => {
    for (; from < storyEnd; from += 1) entry(story[from]!, null)
    for (; to < forkEnd; to += 1) entry(null, fork[to]!)
  }
  for (const index of longestRun(pairs)) {
    const place = pairs[index]!
    gap(place, index)
    entry(story[place]!, fork[index]!)
    from = place + 1
    to = index + 1
  }
  gap(story.length, fork.length)
  return entries
}

const kept = new WeakMap<Block, string>()

/** Blocks as a Y.Doc gives them have their keys in one order, so their JSON tells whether they say the same. */
export function said(block: Block): string {
  const json = kept.get(block) ?? JSON.stringify(block)
  kept.set(block, json)
  return json
}
