import { and, count, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure, type Subject } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { newId } from '#lib/id'
import { notify } from '#lib/notification/commands'
import { nudge } from '#lib/story/commands/nudge'
import { loadStory } from '#lib/story/queries/load'

import type { Anchor } from './anchor'
import { loadComment, loadThread, readersOf } from './queries'
import { ensureOwn, ensureRoomFor, mayResolve, mentionsIn, wordsOfComment } from './rules'
import { comments, commentThreads } from './tables'

/** What somebody says; `mentions` are ids of people, of whom those count whose name stands in the text after an `@`. */
export type Said = { text: string; mentions: string[] }

/**
 * Begins a thread on a passage of a story, or on all of it. Who may read the story may comment on it.
 * @returns the ids of the thread and of its first comment
 */
export function beginThread(
  actor: Actor,
  storyId: string,
  anchor: Anchor | null,
  said: Said,
  now = new Date(),
): Promise<{ thread: string; comment: string }> {
  return db.write(async (tx) => {
    const story = await loadStory(tx, storyId)
    ensure(actor, 'read', story)
    const thread = newId()
    await tx.insert(commentThreads).values({ id: thread, storyId, ...anchor, by: actor.id, at: now })
    const { id: comment } = await say(tx, actor, { ...story, threadId: thread }, said, now)
    await nudge(tx, storyId, 'comments', now)
    return { thread, comment }
  })
}

/** Answers in a thread; one that was resolved is open again. @returns the comment's id */
export function reply(actor: Actor, threadId: string, said: Said, now = new Date()): Promise<string> {
  return db.write(async (tx) => {
    const { story, storyId } = await loadThread(tx, actor, threadId)
    const before = await tx.select({ by: comments.by }).from(comments).where(eq(comments.threadId, threadId))
    const { id, mentioned } = await say(tx, actor, { ...story, threadId }, said, now)
    await tx.update(commentThreads).set({ resolvedAt: null, resolvedBy: null }).where(eq(commentThreads.id, threadId))
    const to = before.map(({ by }) => by).filter((by) => by && !mentioned.includes(by))
    await notify(tx, { to, kind: 'reply', storyId, commentId: id, by: actor.id, at: now })
    await nudge(tx, storyId, 'comments', now)
    return id
  })
}

async function say(
  tx: Tx,
  actor: Actor,
  { id: storyId, threadId, ...story }: Subject & { id: string; threadId: string },
  said: Said,
  now: Date,
) {
  const text = wordsOfComment(said.text)
  ensureRoomFor(await countOf(tx, actor, storyId))
  const mentions = mentionsIn(text, said.mentions, await readersOf(tx, story))
  const id = newId()
  await tx.insert(comments).values({ id, threadId, by: actor.id, text, mentions, at: now })
  const mentioned = mentions.map((person) => person.id)
  await notify(tx, { to: mentioned, kind: 'mention', storyId, commentId: id, by: actor.id, at: now })
  return { id, mentioned }
}

/** How many comments on a story are the actor's. */
async function countOf(tx: Tx, actor: Actor, storyId: string): Promise<number> {
  const [row] = await tx
    .select({ own: count() })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .where(and(eq(commentThreads.storyId, storyId), eq(comments.by, actor.id)))
  return row?.own ?? 0
}

/** Changes one's own comment; who is newly mentioned is told. */
export function editComment(actor: Actor, id: string, said: Said, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const comment = await loadComment(tx, actor, id)
    ensureOwn(actor, comment)
    const { story, storyId } = comment.thread
    const text = wordsOfComment(said.text)
    const mentions = mentionsIn(text, said.mentions, await readersOf(tx, story))
    await tx.update(comments).set({ text, mentions, editedAt: now }).where(eq(comments.id, id))
    const to = mentions.map((person) => person.id).filter((one) => !comment.mentions.some((was) => was.id === one))
    await notify(tx, { to, kind: 'mention', storyId, commentId: id, by: actor.id, at: now })
    await nudge(tx, storyId, 'comments', now)
  })
}

/** Deletes one's own comment, and with the last one of it the thread. */
export function deleteComment(actor: Actor, id: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const comment = await loadComment(tx, actor, id)
    ensureOwn(actor, comment)
    const { threadId, thread } = comment
    await tx.delete(comments).where(eq(comments.id, id))
    if (!(await tx.$count(comments, eq(comments.threadId, threadId))))
      await tx.delete(commentThreads).where(eq(commentThreads.id, threadId))
    await nudge(tx, thread.storyId, 'comments', now)
  })
}

/** Resolves a thread, or opens it again. */
export function resolveThread(actor: Actor, threadId: string, resolved: boolean, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const thread = await loadThread(tx, actor, threadId)
    if (!mayResolve(actor, thread.story, thread))
      throw new Refusal('forbidden', 'Who began this thread resolves it, or who may change the story.')
    await tx
      .update(commentThreads)
      .set(resolved ? { resolvedAt: now, resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null })
      .where(eq(commentThreads.id, threadId))
    await nudge(tx, thread.storyId, 'comments', now)
  })
}
