import { and, count, desc, eq, inArray, isNotNull, isNull, like, lt, not, or, type SQL } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayEditPaper } from '#lib/auth/permissions'
import { comments } from '#lib/comment/tables'
import { db } from '#lib/db/client'
import { namesOfDrafts } from '#lib/draft/queries/about'
import type { DraftRef } from '#lib/draft/ref'
import { people } from '#lib/people/tables'
import { storyProjections } from '#lib/story/log/tables'
import { readable } from '#lib/story/queries/readable'
import { stories } from '#lib/story/tables'

import { notifications } from './tables'

/** Keyset: those told of before that place, newest first. */
export type Page = { size: number; after?: string }

/** What the actor may be told of: stories that they may still read; fronts, pages and menus that they may still edit. */
function tellable(actor: Actor): SQL | undefined {
  const stories = and(isNotNull(notifications.storyId), readable(db, actor))
  if (actor.role === 'contributor' || actor.role === 'writer') return stories
  if (mayEditPaper(actor)) return or(stories, isNotNull(notifications.draft))
  const own = actor.sections === 'all' ? [] : actor.sections.map((id): DraftRef => `front:section:${id}`)
  const noSections = and(like(notifications.draft, 'front:%'), not(like(notifications.draft, 'front:section:%')))
  return or(stories, noSections, inArray(notifications.draft, own))
}

/** How many notifications wait for the actor; none of what they may no longer read. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .leftJoin(stories, eq(stories.id, notifications.storyId))
    .where(and(eq(notifications.personId, actor.id), isNull(notifications.readAt), tellable(actor)))
  return row?.unread ?? 0
}

/**
 * What the actor was told of, newest first; nothing of what they may no longer read.
 * @returns rows, and the place to go on after; undefined on the last page
 */
export async function listNotifications(actor: Actor, { size, after }: Page) {
  const found = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      storyId: notifications.storyId,
      draft: notifications.draft,
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
    .leftJoin(stories, eq(stories.id, notifications.storyId))
    .leftJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(people, eq(people.id, notifications.by))
    .where(and(eq(notifications.personId, actor.id), tellable(actor), before(after)))
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(size + 1)
  const names = await namesOfDrafts(found.flatMap(({ draft }) => draft ?? []))
  const rows = found.slice(0, size).map(({ headline, ...row }) => ({
    ...row,
    /** What it is about: a story's headline, '' where it has none yet; the name of a front, page or menu. */
    about: row.draft ? (names.get(row.draft) ?? '') : (headline ?? ''),
  }))
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
