import { asc, desc, eq } from 'drizzle-orm'

import { among, db, prepared, type Reader } from '#lib/db/client'

import { record } from '../context'
import type { Layout, MachinePart } from '../presentation'
import { pictureOf } from '../shown'
import { livePeople, liveSections, liveStories, liveStoryPeople, liveStoryTopics, liveTopics } from '../tables'
import { findItems, type LibraryItem, type Shown } from './media'
import { type Section, sectionColumns } from './paper'

export type Topic = { id: string; slug: string; name: string }
export type Author = { id: string; slug: string; name: string; title: string; face: LibraryItem | undefined }

/** A story as lists show it. `id` is the story's, `place` its row: the order of publication. */
export type Card = {
  id: string
  place: number
  path: string
  headline: string
  /** What stands over the headline in place of its topic, where an editor has said so; else ''. */
  kicker: string
  layout: Layout
  /** Who has paid for it; '' for nobody. */
  sponsor: string
  machine: MachinePart
  /** BCP 47; '' for the paper's. */
  language: string
  standfirst: string
  dateline: string
  words: number
  publishedAt: Date
  updatedAt: Date
  section: Section
  topics: Topic[]
  authors: Author[]
  /** Its main picture, where readers have it. */
  picture: Shown | undefined
}

/** What a card is made of, but for topics and authors. */
export const cardColumns = {
  id: liveStories.subject,
  place: liveStories.id,
  slug: liveStories.slug,
  headline: liveStories.headline,
  standfirst: liveStories.standfirst,
  dateline: liveStories.dateline,
  words: liveStories.words,
  publishedAt: liveStories.publishedAt,
  updatedAt: liveStories.updatedAt,
  main: liveStories.main,
  kicker: liveStories.kicker,
  layout: liveStories.layout,
  sponsor: liveStories.sponsor,
  machine: liveStories.machine,
  language: liveStories.language,
  section: sectionColumns,
}

/** Live stories with their sections, newest first; add `where` and `limit`. */
export const selectCards = (on: Reader) =>
  on
    .select(cardColumns)
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .orderBy(desc(liveStories.publishedAt), desc(liveStories.id))

export type CardRow = Awaited<ReturnType<typeof selectCards>>[number]

export const storyPath = (story: { slug: string; section: { slug: string } }) => `/${story.section.slug}/${story.slug}`

/** Adds topics and authors, in their order, and the main picture. */
export async function toCards(rows: CardRow[]): Promise<Card[]> {
  if (!rows.length) return []
  const ids = JSON.stringify(rows.map((row) => row.id))
  const [topics, authors] = await Promise.all([
    topicsById(db, { ids }).then(grouped),
    authorsById(db, { ids }).then(grouped),
  ])
  const faces = [...authors.values()].flat().flatMap(({ face }) => face ?? [])
  const items = await findItems([...new Set([...rows.flatMap(({ main }) => main?.media ?? []), ...faces])].join(' '))
  return rows.map(({ slug, main, ...row }) => ({
    ...row,
    path: storyPath({ slug, section: row.section }),
    topics: topics.get(row.id) ?? [],
    authors: (authors.get(row.id) ?? []).map((author) => ({ ...author, face: items.get(author.face ?? '') })),
    picture: pictureOf(main, items),
  }))
}

const cardsById = prepared('site_cards', (on) => selectCards(on).where(among(liveStories.subject, 'ids')))

/** Stories by id, in the order of the ids; those that are not live are left out, and come back when they are. */
export async function cardsOf(ids: string[]): Promise<Card[]> {
  record(ids.map((id) => `story:${id}`))
  if (!ids.length) return []
  const cards = await toCards(await cardsById(db, { ids: JSON.stringify(ids) }))
  return ids.flatMap((id) => cards.find((card) => card.id === id) ?? [])
}

/** Keys of what cards show. A section's name, colour and address are of the menu. */
export const cardKeys = (cards: Card[]) => [
  ...(cards.length ? ['menu:'] : []),
  ...cards.map((card) => `story:${card.id}`),
  ...cards.flatMap((card) => card.topics.map((topic) => `topic:${topic.id}`)),
  ...cards.flatMap((card) => card.authors.map((author) => `person:${author.id}`)),
]

const topicsById = prepared('site_topics_of', (on) =>
  on
    .select({ story: liveStoryTopics.subject, id: liveTopics.subject, slug: liveTopics.slug, name: liveTopics.name })
    .from(liveStoryTopics)
    .innerJoin(liveTopics, eq(liveTopics.subject, liveStoryTopics.topicId))
    .where(among(liveStoryTopics.subject, 'ids'))
    .orderBy(asc(liveStoryTopics.position)),
)

const authorsById = prepared('site_authors_of', (on) =>
  on
    .select({
      story: liveStoryPeople.subject,
      id: livePeople.subject,
      slug: livePeople.slug,
      name: livePeople.name,
      title: livePeople.title,
      face: livePeople.face,
    })
    .from(liveStoryPeople)
    .innerJoin(livePeople, eq(livePeople.subject, liveStoryPeople.personId))
    .where(among(liveStoryPeople.subject, 'ids'))
    .orderBy(asc(liveStoryPeople.position)),
)

function grouped<T extends { story: string }>(rows: T[]): Map<string, Omit<T, 'story'>[]> {
  const groups = new Map<string, Omit<T, 'story'>[]>()
  for (const { story, ...row } of rows) groups.set(story, [...(groups.get(story) ?? []), row])
  return groups
}
