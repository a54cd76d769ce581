import { align } from '#lib/story/document/align'
import type { StoryText } from '#lib/story/document/changes'
import type { Block, Paragraph } from '#lib/story/document/nodes'
import type { Line, Part } from '#lib/story/document/parts'
import { inlineText } from '#lib/story/document/text'

/**
 * One place of the story beside the same place of the fork. A line (headline, standfirst) stands here as a paragraph.
 * @property at the block's id; of a line its name
 * @property was what the story says; null where the fork adds the block
 * @property is what the fork says; null where it takes the block out
 */
export type Entry = { part: Part; at: string; was: Block | null; is: Block | null }

/**
 * Story and fork in one sequence, blocks paired by their ids. A block that was moved stands in it twice: taken out here,
 * added there. All of `was` in order is the story, all of `is` the fork.
 */
export function merge(story: StoryText, fork: StoryText): Entry[] {
  return [
    lineEntry('headline', story, fork),
    lineEntry('standfirst', story, fork),
    ...bodyEntries(story.body.content, fork.body.content),
  ]
}

/** Names a place: two entries have one name where a block was moved from the one to the other. */
export const placeOf = ({ part, at }: Pick<Entry, 'part' | 'at'>) => `${part} ${at}`

/** Whether something is suggested there. */
export const isHunk = ({ was, is }: Entry) => was === null || is === null || said(was) !== said(is)

/** The story with the changes of some entries made. */
export function applied(entries: readonly Entry[], chosen: (entry: Entry, index: number) => boolean): StoryText {
  const document: StoryText = { headline: '', standfirst: '', body: { type: 'doc', content: [] } }
  for (const [index, entry] of entries.entries()) {
    const block = chosen(entry, index) ? entry.is : entry.was
    if (entry.part !== 'body') document[entry.part] = lineText(block)
    else if (block) document.body.content.push(block)
  }
  return document
}

export const lineText = (block: Block | null) => inlineText((block as Paragraph | null)?.content)

/** A line as the paragraph that stands for it. */
export const lineBlock = (part: Line, text: string): Block => ({
  type: 'paragraph',
  attrs: { id: part },
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})

const lineEntry = (part: 'headline' | 'standfirst', story: StoryText, fork: StoryText): Entry => ({
  part,
  at: part,
  was: lineBlock(part, story[part]),
  is: lineBlock(part, fork[part]),
})

const bodyEntries = (story: Block[], fork: Block[]): Entry[] =>
  align(story, fork, idOf, idOf).map((pair) => {
    const was = pair.kind === 'added' || pair.kind === 'to' ? null : pair.was
    const is = pair.kind === 'removed' || pair.kind === 'from' ? null : pair.is
    return { part: 'body', at: idOf((was ?? is)!), was, is }
  })

const idOf = ({ attrs }: Block) => attrs.id

const kept = new WeakMap<Block, string>()

/** Blocks as a Y.Doc gives them have their keys in one order, so their JSON tells whether they say the same. */
export function said(block: Block): string {
  const json = kept.get(block) ?? JSON.stringify(block)
  kept.set(block, json)
  return json
}
