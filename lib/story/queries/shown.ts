import { and, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { liveStories } from '#lib/site/tables'

import { stories } from '../tables'
import { isEmbargoed, isPlanned } from './plans'
import { isWithdrawn, waits } from './publish-state'
import { writtenBy } from './readable'

/**
 * The lists of the desk. `all` leaves out the spike alone; `waiting` waits for the actor's next move; `mine` are assigned
 * to him; `own` are his drafts that nobody assigned to him; `ready` leaves out what readers have just so; `changes` are
 * live with unpublished changes; `scheduled` waits for its hour; `embargoed` is not to be published yet.
 */
export const shows = [
  'all',
  'waiting',
  'mine',
  'own',
  'draft',
  'review',
  'ready',
  'live',
  'changes',
  'scheduled',
  'embargoed',
  'withdrawn',
  'spiked',
] as const
export type Show = (typeof shows)[number]

/** As a condition on `stories`, joined with its projection and, by left joins, its live story and revision. */
export function shown(actor: Actor, show: Show, now: Date): SQL | undefined {
  if (show === 'spiked') return isNotNull(stories.spikedAt)
  return and(isNull(stories.spikedAt), among(actor, show, now))
}

function among(actor: Actor, show: Exclude<Show, 'spiked'>, now: Date): SQL | undefined {
  switch (show) {
    case 'all':
      return undefined
    case 'waiting':
      return or(sentBackTo(actor), and(eq(stories.step, 'review'), judgedBy(actor)))
    case 'mine':
      return eq(stories.assignedTo, actor.id)
    case 'own':
      return and(
        eq(stories.step, 'draft'),
        writtenBy(db, actor),
        or(isNull(stories.assignedTo), ne(stories.assignedTo, actor.id)),
      )
    case 'live':
      return isNotNull(liveStories.id)
    case 'changes':
      return waits
    case 'scheduled':
      return isPlanned(db)
    case 'embargoed':
      return isEmbargoed(db, now)
    case 'withdrawn':
      return isWithdrawn(db)
    case 'ready':
      return and(eq(stories.step, 'ready'), or(isNull(liveStories.id), waits))
    default:
      return eq(stories.step, show)
  }
}

/** A draft with an editor's note on what is missing. */
const sentBackTo = (actor: Actor) =>
  and(eq(stories.step, 'draft'), ne(stories.note, ''), or(writtenBy(db, actor), eq(stories.assignedTo, actor.id)))

/** What `mayJudge` says, for stories that the actor may read. */
function judgedBy(actor: Actor): SQL | undefined {
  if (actor.role === 'admin') return undefined
  if (actor.role !== 'editor') return sql`false`
  if (actor.sections === 'all') return undefined
  return or(isNull(stories.sectionId), inArray(stories.sectionId, [...actor.sections]))
}
