import { and, eq, inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'

import { decidedSuggestions } from '../tables'

/** The author has read what became of these suggestions of his; others' stay. */
export function noteTold(actor: Actor, ids: readonly string[], now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    await tx
      .update(decidedSuggestions)
      .set({ toldAt: now })
      .where(and(inArray(decidedSuggestions.id, [...ids]), eq(decidedSuggestions.personId, actor.id)))
  })
}
