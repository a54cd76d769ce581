import { inArray } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { findSearch } from '#lib/db/search'
import type { Body } from '#lib/story/document/nodes'

import { reader } from '../reader'
import { liveStories } from '../tables'
import { type Card, cardKeys, cardsOf } from './cards'

export const hitsPerPage = 20

/** `total` is counted to 1001, which means more than 1,000; `order` says how the hits are sorted. */
export type Hits = { hits: (Card & { body: Body })[]; total: number; order: 'best' | 'newest' }

/** One page of the stories that hold all the words. @param page from 1; the search goes no further than 1,000 hits */
export const searchStories = reader(
  async (words: string, page: number): Promise<Hits> => {
    const { ids: rows, total, order } = await findSearch(db, words, Math.min(page * hitsPerPage, 1000))
    const places = rows.slice((page - 1) * hitsPerPage, page * hitsPerPage)
    if (!places.length) return { hits: [], total, order }
    const found = await db
      .select({ place: liveStories.id, id: liveStories.subject, body: liveStories.body })
      .from(liveStories)
      .where(inArray(liveStories.id, places))
    const cards = await cardsOf(places.flatMap((place) => found.find((row) => row.place === place)?.id ?? []))
    return {
      hits: cards.flatMap((card) => found.flatMap(({ id, body }) => (id === card.id ? { ...card, body } : []))),
      total,
      order,
    }
  },
  { keys: (_, { hits }) => ['search:', ...cardKeys(hits)] },
)
