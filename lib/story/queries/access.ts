import { eq, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { may } from '#lib/auth/permissions'
import { db, prepared } from '#lib/db/client'

import { isHeldFrom } from '../hold'
import { stories, storyBylines, storyHolds } from '../tables'

const subjectOf = prepared('story_access', (on) =>
  on
    .select({
      sectionId: stories.sectionId,
      createdBy: stories.createdBy,
      assignedTo: stories.assignedTo,
      spikedAt: stories.spikedAt,
      byline: storyBylines.personId,
      hold: { personId: storyHolds.personId, seenAt: storyHolds.seenAt },
    })
    .from(stories)
    .leftJoin(storyHolds, eq(storyHolds.storyId, stories.id))
    .leftJoin(storyBylines, eq(storyBylines.storyId, stories.id))
    .where(eq(stories.id, sql.placeholder('id'))),
)

export type Access = 'read' | 'edit'

/**
 * What the actor may do with a story's text now; nobody writes on the spike, nor while somebody else has taken it over.
 * For open sockets, which ask every second.
 * @returns undefined when there is none, or none that the actor may read
 */
export async function accessTo(actor: Actor, id: string, now = new Date()): Promise<Access | undefined> {
  const rows = await subjectOf(db, { id })
  const [row] = rows
  if (!row) return undefined
  const story = { ...row, bylines: rows.flatMap(({ byline }) => byline ?? []) }
  if (!may(actor, 'read', story)) return undefined
  return may(actor, 'edit', story) && !story.spikedAt && !isHeldFrom(actor.id, row.hold, now) ? 'edit' : 'read'
}
