import { and, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import type { Reader } from '#lib/db/client'

import { stories, storyBylines } from '../tables'

/** Made by or signed by the actor. */
export const writtenBy = (on: Reader, actor: Actor): SQL | undefined =>
  or(
    eq(stories.createdBy, actor.id),
    exists(
      on
        .select({ one: sql`1` })
        .from(storyBylines)
        .where(and(eq(storyBylines.storyId, stories.id), eq(storyBylines.personId, actor.id))),
    ),
  )

/** What `may(actor, 'read', story)` says, as a condition on `stories`; the permission table's twin in SQL. */
export function readable(on: Reader, actor: Actor): SQL | undefined {
  if (actor.role === 'admin') return undefined
  const own = or(writtenBy(on, actor), eq(stories.assignedTo, actor.id))
  if (actor.role === 'contributor') return own
  const inSections =
    actor.sections === 'all' ? sql`${stories.sectionId} is not null` : inArray(stories.sectionId, [...actor.sections])
  return or(own, inSections, actor.role === 'editor' ? isNull(stories.sectionId) : undefined)
}
