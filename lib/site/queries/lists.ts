import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { db, prepared } from '#lib/db/client'

import { holdsUntil, record } from '../context'
import { parseCursor, toCursor } from '../cursor'
import { reader } from '../reader'
import { liveStories, liveStoryPeople, liveStoryTopics } from '../tables'
import { type Card, cardKeys, cardsOf, selectCards, toCards } from './cards'

/** Stories of one page of a list; `next` is the cursor of the page after it, undefined on the last. */
export type Page = { cards: Card[]; next: string | undefined }

const pageSize = 24

/** A page of a list, of which one story more than that was asked for. */
export const toPage = (cards: Card[], size: number): Page => {
  const shown = cards.slice(0, size)
  const last = shown.at(-1)
  return { cards: shown, next: cards.length > size && last ? toCursor(last) : undefined }
}

/** Rows that stand after a cursor in a list that is newest first. Written out, so that both engines use the index. */
export const after = (at: AnyPgColumn, place: AnyPgColumn) => {
  const when = sql.param(sql.placeholder('at'), at) // a bare placeholder would hand the Date to the driver as it is
  return or(lt(at, when), and(eq(at, when), lt(place, sql.placeholder('place'))))
}

/** Later than any story: where the first page begins. */
export const top = { at: new Date(8_640_000_000_000), place: 0 }

const latest = prepared('site_latest', (on) => selectCards(on).limit(sql.placeholder('size')))

/** The newest stories of the paper. */
export const listLatest = reader(async (size: number): Promise<Card[]> => toCards(await latest(db, { size })), {
  keys: (_, cards) => ['latest:', ...cardKeys(cards)],
})

const twoDays = 48 * 3_600_000

/** Stories that nobody has paid for, of the 48 hours until `now` (ms), 1,000 at most; the list holds until its oldest is older than that. */
export const listNews = reader(
  async (now: number): Promise<Card[]> => {
    const since = new Date(now - twoDays)
    const cards = await toCards(
      await selectCards(db)
        .where(and(gte(liveStories.publishedAt, since), eq(liveStories.sponsor, '')))
        .limit(1000),
    )
    const oldest = cards.at(-1)
    if (oldest) holdsUntil(new Date(oldest.publishedAt.getTime() + twoDays))
    return cards
  },
  { keys: (_, cards) => ['latest:', ...cardKeys(cards)] },
)

const inSection = prepared('site_in_section', (on) =>
  selectCards(on)
    .where(and(eq(liveStories.sectionId, sql.placeholder('section')), after(liveStories.publishedAt, liveStories.id)))
    .limit(sql.placeholder('size')),
)

/** A section's stories, newest first. */
export const listSection = reader(
  async (section: string, before?: string, size: number = pageSize): Promise<Page> =>
    toPage(await toCards(await inSection(db, { section, size: size + 1, ...(parseCursor(before) ?? top) })), size),
  { keys: ([section], { cards }) => [`section:${section}`, ...cardKeys(cards)] },
)

const ofTopic = prepared('site_of_topic', (on) =>
  on
    .select({ id: liveStoryTopics.subject })
    .from(liveStoryTopics)
    .where(
      and(
        eq(liveStoryTopics.topicId, sql.placeholder('topic')),
        after(liveStoryTopics.publishedAt, liveStoryTopics.storyId),
      ),
    )
    .orderBy(desc(liveStoryTopics.publishedAt), desc(liveStoryTopics.storyId))
    .limit(sql.placeholder('size')),
)

/** Ids of a topic's newest stories. */
export async function listTopicIds(topic: string, size: number, before?: string): Promise<string[]> {
  record([`topic:${topic}`])
  return (await ofTopic(db, { topic, size, ...(parseCursor(before) ?? top) })).map((row) => row.id)
}

/** A topic's stories, newest first. */
export const listTopic = reader(
  async (topic: string, before?: string): Promise<Page> =>
    toPage(await cardsOf(await listTopicIds(topic, pageSize + 1, before)), pageSize),
  { keys: ([topic], { cards }) => [`topic:${topic}`, ...cardKeys(cards)] },
)

const byPerson = prepared('site_by_person', (on) =>
  on
    .select({ id: liveStoryPeople.subject })
    .from(liveStoryPeople)
    .where(
      and(
        eq(liveStoryPeople.personId, sql.placeholder('person')),
        after(liveStoryPeople.publishedAt, liveStoryPeople.storyId),
      ),
    )
    .orderBy(desc(liveStoryPeople.publishedAt), desc(liveStoryPeople.storyId))
    .limit(sql.placeholder('size')),
)

/** A person's stories, newest first. */
export const listPerson = reader(
  async (person: string, before?: string): Promise<Page> => {
    const ids = (await byPerson(db, { person, size: pageSize + 1, ...(parseCursor(before) ?? top) })).map(
      (row) => row.id,
    )
    return toPage(await cardsOf(ids), pageSize)
  },
  { keys: ([person], { cards }) => [`person:${person}`, ...cardKeys(cards)] },
)
