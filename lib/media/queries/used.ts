import { and, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { readable } from '#lib/story/queries/readable'
import { stories } from '#lib/story/tables'

import type { Shown } from '../known'
import { findKnown } from './known'
import { listUnseen } from './unseen'

/**
 * What the library says of all that a story uses, to who reads the story. Left out is what is gone, and what the actor
 * sees neither in the library nor, by now, in the story: naming an id tells nothing of it.
 * @throws Refusal `not-found`
 */
export async function listUsed(actor: Actor, storyId: string, ids: readonly string[]): Promise<Shown[]> {
  const [row] = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, storyId), readable(db, actor)))
  if (!row) throw notFound('This story')
  const unseen = await listUnseen(db, actor, storyId, ids)
  const seen = ids.filter((id) => !unseen.includes(id))
  return [...(await findKnown(db, storyId, seen)).values()]
}
