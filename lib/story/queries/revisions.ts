import { and, desc, eq, inArray, lt } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { media } from '#lib/media/tables'
import { namesOf } from '#lib/people/queries'
import { findRevision } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'
import { sections } from '#lib/section/tables'
import { liveStories } from '#lib/site/tables'
import { topics } from '#lib/topic/tables'

import { liftContent, type StoryFields, type StoryVersion } from '../content'
import { stories, storyRevisions } from '../tables'
import { headlinesOf } from './live-content'
import { readable } from './readable'

/** How many a list holds at a time. */
const MOST = 50

export type ListedRevision = Awaited<ReturnType<typeof listRevisions>>['revisions'][number]

/**
 * A story's history, newest first.
 * @param before goes on behind this number
 * @throws Refusal `not-found`
 */
export async function listRevisions(actor: Actor, storyId: string, before?: number) {
  await ensureReadable(actor, storyId)
  const rows = await db
    .select({
      number: revisions.number,
      at: revisions.at,
      by: revisions.by,
      why: storyRevisions.why,
      name: storyRevisions.name,
      people: storyRevisions.people,
      words: storyRevisions.words,
      restored: storyRevisions.restored,
      live: liveStories.id,
    })
    .from(revisions)
    .leftJoin(storyRevisions, eq(storyRevisions.revision, revisions.id))
    .leftJoin(liveStories, eq(liveStories.revision, revisions.id))
    .where(
      and(
        eq(revisions.kind, 'story'),
        eq(revisions.subject, storyId),
        before === undefined ? undefined : lt(revisions.number, before),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(MOST + 1)
  const shown = rows.slice(0, MOST)
  const names = await namesOf(
    db,
    shown.flatMap(({ by, people: all }) => [...(by ? [by] : []), ...(all ?? [])]),
  )
  return {
    revisions: shown.map(({ by, people: all, why, name, live, ...rest }) => ({
      ...rest,
      // Before the desk noted why, only publications were kept.
      why: why ?? 'published',
      name: name ?? '',
      people: [...new Set(all?.length ? all : by ? [by] : [])].map((id) => names.get(id) ?? 'Somebody'),
      live: live !== null,
    })),
    more: rows.length > MOST,
  }
}

/**
 * What a revision says, as the document's current version says it, with the names that its fields have now.
 * @throws Refusal `not-found`
 */
export async function readRevision(actor: Actor, storyId: string, number: number) {
  await ensureReadable(actor, storyId)
  const row = await findRevision(db, 'story', storyId, number)
  if (!row) throw notFound('This revision')
  const content = liftContent(row.content as StoryVersion, row.schema)
  return { content, names: await fieldNames(actor, content) }
}

async function ensureReadable(actor: Actor, storyId: string) {
  const [row] = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, storyId), readable(db, actor)))
  if (!row) throw notFound('This story')
}

/** By id; none for what is gone. */
async function fieldNames(
  actor: Actor,
  { sectionId, main, topics: topicIds, people: ids, related, original }: StoryFields,
): Promise<Map<string, string>> {
  const named = topicIds.length
    ? await db.select({ id: topics.id, name: topics.name }).from(topics).where(inArray(topics.id, topicIds))
    : []
  const placed = sectionId
    ? await db.select({ id: sections.id, name: sections.name }).from(sections).where(eq(sections.id, sectionId))
    : []
  const pictured = main
    ? await db.select({ id: media.id, name: media.name }).from(media).where(eq(media.id, main.media))
    : []
  const all = [...named, ...placed, ...pictured].map(({ id, name }) => [id, name] as const)
  const linked = await headlinesOf(actor, [...related, ...(original ? [original] : [])])
  return new Map([...all, ...linked, ...(await namesOf(db, ids))])
}
