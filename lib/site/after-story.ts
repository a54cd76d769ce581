import { picturesOnce } from './pictures-once'
import type { Card } from './queries/cards'

/** How many stand there with their pictures. */
const pictured = 2

/**
 * What is offered after a story: those that were picked in their order, and of the others first those with pictures, as far
 * as there is room for them; no picture that stands above stands below again.
 * @param picked how many of them an editor has picked; they come first
 */
export function afterStory(story: Card, related: Card[], next: Card | undefined, picked = 0) {
  const [fixed, found] = [related.slice(0, picked), related.slice(picked)]
  const first = picturesOnce([story, ...fixed, ...found])
    .slice(1 + picked)
    .filter(({ picture }) => picture)
    .slice(0, Math.max(0, pictured - picked))
    .map(({ id }) => id)
  const rank = ({ id }: Card) => (first.includes(id) ? 0 : 1)
  const ordered = [...fixed, ...found.toSorted((a, b) => rank(a) - rank(b))]
  const [, ...shown] = picturesOnce([story, ...ordered, ...(next ? [next] : [])])
  return { related: shown.slice(0, ordered.length), next: next && shown.at(-1) }
}
