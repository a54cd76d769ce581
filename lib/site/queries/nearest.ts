import { inArray } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { findSearch } from '#lib/db/search'

import { reader } from '../reader'
import { liveStories } from '../tables'
import { type Card, cardKeys, cardsOf } from './cards'

/** Words that are looked for one by one: the longest say most. */
const mostWords = 5
const shown = 4

/**
 * Live stories with most of some words, those with all of them first; none where there are none with half of them. Each
 * word may be only begun, as a link may have been cut short.
 * @param words joined by spaces
 */
export const findNearest = reader(
  async (words: string): Promise<Card[]> => {
    const asked = words
      .split(' ')
      .filter(Boolean)
      .toSorted((a, b) => b.length - a.length)
      .slice(0, mostWords)
    if (!asked.length) return []
    const [whole, ...each] = await Promise.all([words, ...asked].map((one) => findSearch(db, one, 50)))
    const scores = new Map<number, number>()
    const add = (place: number, points: number) => scores.set(place, (scores.get(place) ?? 0) + points)
    // Of those with all the words the best comes first.
    for (const [rank, place] of (whole?.ids ?? []).entries()) add(place, asked.length + 1 / (rank + 2))
    for (const { ids } of each) for (const place of ids) add(place, 1)
    const places = [...scores]
      .filter(([, score]) => score >= asked.length / 2)
      .sort(([a, more], [b, less]) => less - more || b - a)
      .slice(0, shown)
      .map(([place]) => place)
    if (!places.length) return []
    const rows = await db
      .select({ place: liveStories.id, id: liveStories.subject })
      .from(liveStories)
      .where(inArray(liveStories.id, places))
    return cardsOf(places.flatMap((place) => rows.find((row) => row.place === place)?.id ?? []))
  },
  { keys: (_, cards) => ['search:', ...cardKeys(cards)] },
)
