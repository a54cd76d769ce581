import type { Card, Topic } from './queries/cards'

/** Topics that the newest stories share most, for the strip below the menu. */
export function topicsOfTheDay(latest: Card[], count = 7): Topic[] {
  const tally = new Map<string, { topic: Topic; stories: number }>()
  for (const topic of latest.flatMap((card) => card.topics))
    tally.set(topic.id, { topic, stories: (tally.get(topic.id)?.stories ?? 0) + 1 })
  return [...tally.values()]
    .sort((a, b) => b.stories - a.stories)
    .slice(0, count)
    .map(({ topic }) => topic)
}
