import { and, eq, inArray, isNull, lt } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { comments } from '#lib/comment/tables'
import { db, type Tx } from '#lib/db/client'
import type { DraftRef } from '#lib/draft/ref'
import { newId } from '#lib/id'

import { type Kind, notifications } from './tables'

type News = {
  /** Each is told once; nobody of what they did themselves. */
  to: readonly (string | null | undefined)[]
  kind: Kind
  /** A story, or else a front, page or menu. */
  storyId?: string
  draft?: DraftRef
  commentId?: string
  /** Null for somebody without an account, whom the note names, and for what nobody did: alarms. */
  by: string | null
  note?: string
  /** Not told again while the last one of the same waits to be read. */
  bundled?: true
  at: Date
}

/**
 * Tells people of something, in the caller's transaction; of one comment once, however often it is changed. Whether they
 * may still read it is asked when they look.
 */
export async function notify(tx: Tx, { to, bundled, ...news }: News): Promise<void> {
  const people = new Set(to.filter((id): id is string => Boolean(id) && id !== news.by))
  if (news.commentId && people.size) {
    const about = and(eq(notifications.commentId, news.commentId), eq(notifications.kind, news.kind))
    for (const { personId } of await tx.select({ personId: notifications.personId }).from(notifications).where(about))
      people.delete(personId)
  }
  if (bundled && news.storyId && people.size)
    for (const { personId } of await tx
      .select({ personId: notifications.personId })
      .from(notifications)
      .where(and(ofStory(news.kind, news.storyId), isNull(notifications.readAt))))
      people.delete(personId)
  for (const personId of people) await tx.insert(notifications).values({ id: newId(), personId, ...news })
}

/**
 * Marks as read what the actor has just opened.
 * @param opened a front, page or menu; all of a kind, which stands in one list; or a story, and with `thread` what is said in that thread, without it what is about no comment
 */
export function markRead(
  actor: Actor,
  opened: { draft: DraftRef } | { kind: Kind } | { story: string; thread?: string },
  now = new Date(),
): Promise<void> {
  if ('draft' in opened) return mark(actor, () => and(eq(notifications.draft, opened.draft)), now)
  if ('kind' in opened) return mark(actor, () => and(eq(notifications.kind, opened.kind)), now)
  return mark(
    actor,
    (tx) =>
      and(
        eq(notifications.storyId, opened.story),
        opened.thread === undefined
          ? isNull(notifications.commentId)
          : inArray(
              notifications.commentId,
              tx.select({ id: comments.id }).from(comments).where(eq(comments.threadId, opened.thread)),
            ),
      ),
    now,
  )
}

const ofStory = (kind: Kind, storyId: string) => and(eq(notifications.kind, kind), eq(notifications.storyId, storyId))

/** Nobody has to look any more: what waits to be read of this goes, in the caller's transaction. */
export async function dropNews(tx: Tx, kind: Kind, storyId: string): Promise<void> {
  await tx.delete(notifications).where(and(ofStory(kind, storyId), isNull(notifications.readAt)))
}

/** Marks all that the actor was told of until now as read. */
export const markAllRead = (actor: Actor, now = new Date()): Promise<void> => mark(actor, () => undefined, now)

async function mark(actor: Actor, which: (tx: Tx) => ReturnType<typeof and>, now: Date) {
  const unread = and(eq(notifications.personId, actor.id), isNull(notifications.readAt))
  // Most openings find nothing, and then write nothing.
  if (!(await db.$count(notifications, unread))) return
  await db.write(async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: now })
      .where(and(unread, which(tx)))
  })
}

/** Of what is no more nobody is told any more, in the caller's transaction. */
export async function forgetDraftNews(tx: Tx, draft: DraftRef): Promise<void> {
  await tx.delete(notifications).where(eq(notifications.draft, draft))
}

/** What was read so long ago is deleted: 90 days. */
const keptMs = 90 * 86_400_000

export async function forgetRead(tx: Tx, now: Date): Promise<void> {
  await tx.delete(notifications).where(lt(notifications.readAt, new Date(now.getTime() - keptMs)))
}
