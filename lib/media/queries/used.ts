import { and, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensureMayEditPaper } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { readable } from '#lib/story/queries/readable'
import { stories } from '#lib/story/tables'

import type { Used } from '../known'
import { findKnown } from './known'
import { listSights } from './unseen'

/**
 * What the library says of all that a story uses, to who reads the story. Left out is what is gone, and what the actor
 * sees neither in the library nor, by now, in the story: naming an id tells nothing of it.
 * @throws Refusal `not-found`
 */
export async function listUsed(actor: Actor, storyId: string, ids: readonly string[]): Promise<Used[]> {
  const [row] = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, storyId), readable(db, actor)))
  if (!row) throw notFound('This story')
  const sights = (await listSights(db, actor, storyId, ids)).filter(({ sees }) => sees)
  const opened = new Set(sights.flatMap(({ id, opens }) => (opens ? id : [])))
  const known = await findKnown(
    db,
    storyId,
    sights.map(({ id }) => id),
  )
  return [...known.values()].map((shown) => ({ ...shown, mayOpen: opened.has(shown.id) }))
}

/** The same of a page of the paper's own, to who makes it: they have all of the library. */
export async function listUsedByPage(actor: Actor, pageId: string, ids: readonly string[]): Promise<Used[]> {
  ensureMayEditPaper(actor)
  return [...(await findKnown(db, pageId, ids)).values()].map((shown) => ({ ...shown, mayOpen: true }))
}
