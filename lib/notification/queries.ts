import { and, count, desc, eq, isNull, lt, or } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { comments } from '#lib/comment/tables'
import { db } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { readable } from '#lib/story/queries/readable'
import { stories, storyProjections } from '#lib/story/tables'

import { notifications } from './tables'

/** Keyset: those told of before that place, newest first. */
export type Page = { size: number; after?: string }

/** How many notifications wait for the actor; none of a story that they may no longer read. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .innerJoin(stories, eq(stories.id, notifications.storyId))
    .where(and(eq(notifications.personId, actor.id), isNull(notifications.readAt), readable(db, actor)))
  return row?.unread ?? 0
}

/**
 * What the actor was told of, newest first; nothing of a story that they may no longer read.
 * @returns rows, and the place to go on after; undefined on the last page
 */
export async function listNotifications(actor: Actor, { size, after }: Page) {
  const found = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      storyId: notifications.storyId,
      headline: storyProjections.headline,
      commentId: notifications.commentId,
      threadId: comments.threadId,
      comment: comments.text,
      by: people.name,
      note: notifications.note,
      at: notifications.at,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .innerJoin(stories, eq(stories.id, notifications.storyId))
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(people, eq(people.id, notifications.by))
    .where(and(eq(notifications.personId, actor.id), readable(db, actor), before(after)))
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(size + 1)
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return { rows, next: found.length > size && last ? `${last.at.getTime()}.${last.id}` : undefined }
}

export type Notification = Awaited<ReturnType<typeof listNotifications>>['rows'][number]

function before(after: string | undefined) {
  const [, time, id] = /^(\d{1,15})\.([0-9a-z]{1,40})$/.exec(after ?? '') ?? []
  if (!time || !id) return undefined
  const at = new Date(Number(time))
  return or(lt(notifications.at, at), and(eq(notifications.at, at), lt(notifications.id, id)))
}
