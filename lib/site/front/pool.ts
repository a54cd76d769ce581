import type { Card } from '../queries/cards'
import type { Section } from '../queries/paper'
import { isNews, isVoice } from '../view/colour'
import type { Source } from './content'

/** What a front is filled from, each list newest first. */
export type Lists = {
  newest: Card[]
  /** In the order of the menu. */
  sections: { section: Section; cards: Card[] }[]
  topics: Map<string, Card[]>
}

/** The stories that a front may still show: each stands on it once. */
export type Pool = {
  left(source: Source): Card[]
  /** The same, without voices where there is news enough: these have a place of their own. */
  news(): Card[]
  /** What is left of each section that is no voice. */
  bySection(): Card[][]
  use(cards: Card[], pictured: Card[]): void
}

/** @param placed ids of all that editors have placed anywhere on the front: no rule takes it away from there */
export function poolOf({ newest, sections, topics }: Lists, placed: Iterable<string>): Pool {
  const used = new Set(placed)
  const seen = new Set<string>()
  const unused = (cards: Card[]) =>
    cards
      .filter((card) => !used.has(card.id))
      .map((card) => (card.picture && seen.has(card.picture.item.id) ? { ...card, picture: undefined } : card))
  const all = everyCard({ newest, sections, topics })
  const listOf = (source: Source) => {
    if (source.of === 'newest') return all
    if (source.of === 'topic') return topics.get(source.id) ?? []
    return sections.find(({ section }) => section.id === source.id)?.cards ?? []
  }
  return {
    left: (source) => unused(listOf(source)),
    news() {
      const news = newest.filter(isNews)
      return unused(news.length >= 6 ? news : newest)
    },
    bySection: () => sections.filter(({ section }) => !isVoice(section)).map(({ cards }) => unused(cards)),
    use(cards, pictured) {
      for (const card of cards) used.add(card.id)
      for (const { picture } of pictured) if (picture) seen.add(picture.item.id)
    },
  }
}

/** All that the lists have, newest first: what is rare, like an essay in pictures, may be older than the newest few. */
export const everyCard = ({ newest, sections }: Lists): Card[] =>
  [...new Map([...newest, ...sections.flatMap(({ cards }) => cards)].map((card) => [card.id, card])).values()].sort(
    (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.place - a.place,
  )
