import { picturesOnce } from './pictures-once'
import type { Card } from './queries/cards'

/**
 * What is offered after a story: of the first five that are related two with pictures go first, as there is room for
 * them there; no picture that stands above stands below again.
 */
export function afterStory(story: Card, related: Card[], next: Card | undefined) {
  const five = related.slice(0, 5)
  const first = picturesOnce([story, ...five])
    .slice(1)
    .filter(({ picture }) => picture)
    .slice(0, 2)
    .map(({ id }) => id)
  const rank = ({ id }: Card) => (first.includes(id) ? 0 : 1)
  const ordered = five.toSorted((a, b) => rank(a) - rank(b))
  const [, ...shown] = picturesOnce([story, ...ordered, ...(next ? [next] : [])])
  return { related: shown.slice(0, ordered.length), next: next && shown.at(-1) }
}
