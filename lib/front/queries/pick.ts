import type { Actor } from '#lib/auth/actor'
import { mayEditFront } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { searchStoriesToPlace, type ToPlace } from '#lib/story/queries/pick'

import { type ToldStory, tellStories } from './stories'

/**
 * Stories to be placed: those that readers have, newest first, and the others that the actor may read; none for who makes
 * no fronts.
 */
export async function listToPlace(actor: Actor, front: string, asked: ToPlace): Promise<ToldStory[]> {
  if (!mayEditFront(actor, front)) return []
  return tellStories(db, actor, await searchStoriesToPlace(actor, asked))
}
