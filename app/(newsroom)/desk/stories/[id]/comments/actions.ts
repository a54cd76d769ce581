'use server'

import { z } from 'zod'

import { answerInPlace, type FormState } from '#app/(newsroom)/answer'
import { whoIs } from '#lib/auth/session'
import { beginThread, deleteComment, editComment, reply, resolveThread } from '#lib/comment/commands'
import { listReaders, listThreads, type Thread } from '#lib/comment/queries'
import { isRefusal } from '#lib/errors'
import { markRead } from '#lib/notification/commands'
import { parts } from '#lib/story/document/parts'

const Id = z.string().max(40)
const Position = z.string().max(500)
const Anchor = z.strictObject({
  part: z.enum(parts),
  block: z.string().max(80).nullable(),
  start: Position,
  end: Position,
  quote: z.string().min(1).max(600),
})
const Said = z.strictObject({ text: z.string().max(20_000), mentions: z.array(Id).max(50) })

/** What is said about the story now; null when it may no longer be read, or nobody is signed in any more. */
export async function readThreadsAction(story: string): Promise<Thread[] | null> {
  return unlessGone((actor) => listThreads(actor, Id.parse(story)))
}

/** Whom a comment can mention. */
export async function readersAction(story: string): Promise<{ id: string; name: string }[]> {
  return (await unlessGone((actor) => listReaders(actor, Id.parse(story)))) ?? []
}

/** What the person has opened is no news any more: the story, or a thread of it. */
export async function openedAction(story: string, thread?: string): Promise<null> {
  await unlessGone((actor) => markRead(actor, { story: Id.parse(story), thread: Id.optional().parse(thread) }))
  return null
}

/** @param anchor null: about the story as a whole */
export async function beginThreadAction(story: string, anchor: unknown, said: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => ({
    detail: await beginThread(actor, Id.parse(story), Anchor.nullable().parse(anchor), Said.parse(said)),
  }))
}

export async function replyAction(thread: string, said: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await reply(actor, Id.parse(thread), Said.parse(said))
    return undefined
  })
}

export async function editCommentAction(comment: string, said: unknown): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await editComment(actor, Id.parse(comment), Said.parse(said))
    return undefined
  })
}

export async function deleteCommentAction(comment: string): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await deleteComment(actor, Id.parse(comment))
    return undefined
  })
}

export async function resolveThreadAction(thread: string, resolved: boolean): Promise<FormState> {
  return answerInPlace(async (actor) => {
    await resolveThread(actor, Id.parse(thread), z.boolean().parse(resolved))
    return undefined
  })
}

/** Read by itself while one writes: who is signed out, or may no longer read, is led nowhere. */
async function unlessGone<T>(read: (actor: NonNullable<Awaited<ReturnType<typeof whoIs>>>) => Promise<T>) {
  const actor = await whoIs()
  if (!actor) return null
  try {
    return await read(actor)
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}
