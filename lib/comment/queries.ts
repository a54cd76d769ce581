import { asc, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure, may, type Subject } from '#lib/auth/permissions'
import { listActors } from '#lib/auth/queries'
import { db, type Reader } from '#lib/db/client'
import { alias } from '#lib/db/columns'
import { notFound } from '#lib/errors'
import { people } from '#lib/people/tables'
import { loadStory } from '#lib/story/queries/load'

import { mayResolve } from './rules'
import { comments, commentThreads, type Mention } from './tables'

const beginner = alias(people, 'beginner')
const settler = alias(people, 'settler')

/**
 * All that is said about a story, thread by thread as they were begun; the screen knows where in the text each stands.
 * Times are milliseconds: it goes to the browser as it is.
 * @throws Refusal `not-found` where the actor may not read the story
 */
export async function listThreads(actor: Actor, storyId: string) {
  const story = await loadStory(db, storyId)
  ensure(actor, 'read', story)
  const threads = await db
    .select({
      id: commentThreads.id,
      part: commentThreads.part,
      block: commentThreads.block,
      start: commentThreads.start,
      end: commentThreads.end,
      quote: commentThreads.quote,
      by: commentThreads.by,
      resolvedAt: commentThreads.resolvedAt,
      resolvedBy: settler.name,
    })
    .from(commentThreads)
    .leftJoin(settler, eq(settler.id, commentThreads.resolvedBy))
    .where(eq(commentThreads.storyId, storyId))
    .orderBy(asc(commentThreads.at), asc(commentThreads.id))
  const said = await db
    .select({
      id: comments.id,
      threadId: comments.threadId,
      by: { id: beginner.id, name: beginner.name },
      text: comments.text,
      mentions: comments.mentions,
      at: comments.at,
      editedAt: comments.editedAt,
    })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .leftJoin(beginner, eq(beginner.id, comments.by))
    .where(eq(commentThreads.storyId, storyId))
    .orderBy(asc(comments.at), asc(comments.id))
  return threads.map(({ by, resolvedAt, resolvedBy, ...thread }) => ({
    ...thread,
    resolved: resolvedAt && { by: resolvedBy ?? 'Somebody', at: resolvedAt.getTime() },
    mayResolve: mayResolve(actor, story, { by }),
    comments: said
      .filter(({ threadId }) => threadId === thread.id)
      .map(({ threadId: _, at, editedAt, ...comment }) => ({
        ...comment,
        at: at.getTime(),
        edited: editedAt !== null,
      })),
  }))
}

export type Thread = Awaited<ReturnType<typeof listThreads>>[number]
export type Comment = Thread['comments'][number]

/** Who may read the story, by name: whom a comment on it can mention. */
export async function listReaders(actor: Actor, storyId: string): Promise<Mention[]> {
  const story = await loadStory(db, storyId)
  ensure(actor, 'read', story)
  return readersOf(db, story)
}

export async function readersOf(on: Reader, story: Subject): Promise<Mention[]> {
  return (await listActors(on)).filter((one) => may(one, 'read', story)).map(({ id, name }) => ({ id, name }))
}

/** A thread with its story, for commands. @throws Refusal `not-found`, also where the actor may not read the story */
export async function loadThread(on: Reader, actor: Actor, id: string) {
  const [thread] = await on
    .select({
      id: commentThreads.id,
      storyId: commentThreads.storyId,
      by: commentThreads.by,
      resolvedAt: commentThreads.resolvedAt,
    })
    .from(commentThreads)
    .where(eq(commentThreads.id, id))
  if (!thread) throw notFound('This comment')
  const story = await loadStory(on, thread.storyId)
  ensure(actor, 'read', story)
  return { ...thread, story }
}

/** A comment with its thread and story, for commands. @throws Refusal `not-found` */
export async function loadComment(on: Reader, actor: Actor, id: string) {
  const [comment] = await on
    .select({ id: comments.id, threadId: comments.threadId, by: comments.by, mentions: comments.mentions })
    .from(comments)
    .where(eq(comments.id, id))
  if (!comment) throw notFound('This comment')
  return { ...comment, thread: await loadThread(on, actor, comment.threadId) }
}
