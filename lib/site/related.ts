import type { Card } from './queries/cards'

/** Three stories on a story's first topic for its end margin, and five others below it; none twice, none that is shown already. */
export function splitRelated(story: Card, related: Card[], shown: string[]): { rail: Card[]; rest: Card[] } {
  const [topic] = story.topics
  const others = related.filter((card) => !shown.includes(card.id))
  const rail = others.filter((card) => card.topics.some((one) => one.id === topic?.id)).slice(0, 3)
  return { rail, rest: others.filter((card) => !rail.includes(card)).slice(0, 5) }
}
