import { and, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { readable } from '#lib/story/queries/readable'
import { stories } from '#lib/story/tables'

import type { Shown } from '../known'
import { findKnown } from './known'

/**
 * What the library says of all that a story uses, to who reads the story; what is gone is left out.
 * @throws Refusal `not-found`
 */
export async function listUsed(actor: Actor, storyId: string, ids: readonly string[]): Promise<Shown[]> {
  const [row] = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, storyId), readable(db, actor)))
  if (!row) throw notFound('This story')
  return [...(await findKnown(db, storyId, ids)).values()]
}
