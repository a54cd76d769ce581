import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { revisions } from '#lib/publication/tables'
import { liveStories } from '#lib/site/tables'

import { liftContent, type StoryContent } from '../content'
import { storyProjections } from '../log/tables'
import { stories } from '../tables'
import { readable } from './readable'

/** The revision that readers have, to tell what waits; undefined when they have none, or the actor may not read the story. */
export async function findLiveContent(actor: Actor, id: string): Promise<StoryContent | undefined> {
  const [row] = await db
    .select({ schema: revisions.schema, content: revisions.content })
    .from(liveStories)
    .innerJoin(revisions, eq(revisions.id, liveStories.revision))
    .innerJoin(stories, eq(stories.id, liveStories.subject))
    .where(and(eq(liveStories.subject, id), readable(db, actor)))
  return row && liftContent(row.content as StoryContent, row.schema)
}

/** What stories are called, by id, as `findHeadline` says; those that are not there or not the actor's to read are left out. */
export async function headlinesOf(actor: Actor, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: stories.id, live: liveStories.headline, working: storyProjections.headline })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(liveStories, eq(liveStories.subject, stories.id))
    .where(and(inArray(stories.id, ids), or(isNotNull(liveStories.subject), readable(db, actor) ?? sql`true`)))
  return new Map(rows.map(({ id, live, working }) => [id, live || working || 'No headline yet']))
}

/**
 * What an "Also read" that leads to this story says: the headline that readers have, else the working copy's where the
 * actor may read it.
 */
export async function findHeadline(actor: Actor, id: string): Promise<{ headline: string; live: boolean } | undefined> {
  const [live] = await db
    .select({ headline: liveStories.headline })
    .from(liveStories)
    .where(eq(liveStories.subject, id))
  if (live) return { headline: live.headline, live: true }
  const [row] = await db
    .select({ headline: storyProjections.headline })
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .where(and(eq(stories.id, id), readable(db, actor)))
  return row && { headline: row.headline || 'No headline yet', live: false }
}
