import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { wordsOf } from '#lib/db/fold'
import { notFound } from '#lib/errors'
import { liveStoryTopics, liveTopics } from '#lib/site/tables'
import { stories, storyTopics } from '#lib/story/tables'

import { topicAliases, topics } from './tables'

/** How names and aliases are compared: folded words, joined by single spaces. */
export const foldName = (name: string) => wordsOf(name).join(' ')

/** All topics by name, with their aliases and how many stories have them, on the desk and for readers. */
export async function listTopics() {
  const rows = await db
    .select({ id: topics.id, slug: topics.slug, name: topics.name, version: topics.version })
    .from(topics)
    .where(isNull(topics.mergedInto))
    .orderBy(asc(topics.name), asc(topics.id))
  const aliases = await listAliases()
  const desk = await deskCounts()
  const live = await liveCounts()
  return rows.map((row) => ({
    ...row,
    aliases: aliases
      .filter((one) => one.topicId === row.id && one.folded !== foldName(row.name))
      .map(({ id, alias }) => ({ id, alias })),
    stories: desk.get(row.id) ?? 0,
    live: live.get(row.id) ?? 0,
  }))
}

/** Every name of every topic, its own included, for suggestions from a text; `folded` as by `foldName`. */
export const listAliases = () =>
  db
    .select({
      id: topicAliases.id,
      topicId: topicAliases.topicId,
      name: topics.name,
      alias: topicAliases.alias,
      folded: topicAliases.folded,
    })
    .from(topicAliases)
    .innerJoin(topics, eq(topics.id, topicAliases.topicId))
    .orderBy(asc(topicAliases.id))

/**
 * Topics one of whose names holds words that begin so, those whose own name begins so first; for type-ahead.
 * @param words as typed
 * @returns at most 10; `slug` of the page that readers have; `exact` when one of the names is just what was typed, so that creating another is pointless
 */
export async function findTopics(words: string) {
  const typed = foldName(words)
  if (!typed) return []
  const rows = await db
    .select({
      id: topics.id,
      name: topics.name,
      alias: topicAliases.alias,
      folded: topicAliases.folded,
      slug: liveTopics.slug,
    })
    .from(topicAliases)
    .innerJoin(topics, eq(topics.id, topicAliases.topicId))
    .leftJoin(liveTopics, eq(liveTopics.subject, topics.id))
    .where(and(...typed.split(' ').map((word) => sql`(' ' || ${topicAliases.folded}) like ${`% ${word}%`}`)))
    .orderBy(asc(topics.name), asc(topicAliases.id))
    .limit(200)
  const rank = (row: (typeof rows)[number]) => (row.folded === typed ? 0 : foldName(row.name).startsWith(typed) ? 1 : 2)
  const best = new Map<string, (typeof rows)[number]>()
  for (const row of rows.toSorted((a, b) => rank(a) - rank(b))) if (!best.has(row.id)) best.set(row.id, row)
  return [...best.values()]
    .slice(0, 10)
    .map(({ id, name, alias, folded, slug }) => ({ id, name, alias, slug, exact: folded === typed }))
}

/** @throws Refusal `not-found`, also for a topic that was merged into another */
export async function loadTopic(on: Reader, id: string) {
  const [row] = await on
    .select({ id: topics.id, slug: topics.slug, name: topics.name, version: topics.version })
    .from(topics)
    .where(and(eq(topics.id, id), isNull(topics.mergedInto)))
  if (!row) throw notFound('This topic')
  return row
}

async function deskCounts() {
  const rows = await db
    .select({ id: storyTopics.topicId, count: count() })
    .from(storyTopics)
    .innerJoin(stories, and(eq(stories.id, storyTopics.storyId), isNull(stories.spikedAt)))
    .groupBy(storyTopics.topicId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

async function liveCounts() {
  const rows = await db
    .select({ id: liveStoryTopics.topicId, count: count() })
    .from(liveStoryTopics)
    .groupBy(liveStoryTopics.topicId)
  return new Map(rows.map((row) => [row.id, row.count]))
}
