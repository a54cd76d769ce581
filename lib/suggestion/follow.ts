import type { StoryText } from '#lib/story/document/changes'

import { type Card, cardsOf, type Hunk } from './cards'
import { merge, placeOf, said } from './merge'

export type Followed = {
  open: Card[]
  /** What an editor's deletion or rewriting took along. */
  lost: Hunk[]
  /** Places where it says something that nobody suggested, as `placeOf` names them. */
  strange: ReadonlySet<string>
}

/**
 * What a fork suggests, now that story or fork have changed. A fork does not follow its story everywhere by itself: where
 * it holds a copy of the story's words (a deletion that was rejected puts one back), what editors write later is not in
 * it, and looks as if its author suggested the opposite. So what nobody touched in the fork follows the story.
 * @param known the open suggestions as they were last
 * @param touched ids of blocks and names of lines that the author has changed since
 */
export function follow(
  story: StoryText,
  fork: StoryText,
  known: readonly Card[],
  touched: ReadonlySet<string>,
): Followed {
  const before = known.flatMap(({ hunks }) => hunks)
  const suggested = new Set([...before.map(({ at }) => at), ...touched])
  const cards = cardsOf(merge(story, fork))
  const meant = (card: Card) => card.hunks.some(({ at, is }) => is === null || suggested.has(at))
  const open = cards.filter(meant)
  const strange = new Set(cards.filter((card) => !meant(card)).flatMap(({ hunks }) => hunks.map(placeOf)))
  const still = new Set(open.flatMap(({ hunks }) => hunks.map(({ at }) => at)))
  const lost = before.filter((hunk) => !still.has(hunk.at) && !touched.has(hunk.at) && isLost(hunk, story))
  return { open, lost, strange }
}

/** A change that no longer stands anywhere; one that an editor made as well has come true. */
function isLost({ part, at, was, is }: Hunk, story: StoryText): boolean {
  if (part !== 'body' || was === null || is === null) return false
  const now = story.body.content.find(({ attrs }) => attrs.id === at)
  return !now || said(now) !== said(is)
}
