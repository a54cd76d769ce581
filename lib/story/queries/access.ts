import { eq, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { may } from '#lib/auth/permissions'
import { db, prepared } from '#lib/db/client'
import { people } from '#lib/people/tables'

import { isHeldFrom } from '../hold'
import { stories, storyBylines, storyHolds } from '../tables'
import { forkName, readName } from '../text-name'

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

const personOf = prepared('fork_person', (on) =>
  on
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, sql.placeholder('id'))),
)

/** A room of every name that one can think of would be a text each to hold. */
const isSomebody = async (id: string) => (await personOf(db, { id })).length > 0

export type Access = 'read' | 'edit'

/**
 * What the actor may do with a story's text now; nobody writes on the spike, nor while somebody else has taken it over.
 * A fork of it is written by the person whose suggestions it holds, and read by those who edit the story.
 * For open sockets, which ask every second.
 * @param name the story's id, or a fork's name
 * @returns undefined when there is none, or none that the actor may read
 */
export async function accessTo(actor: Actor, name: string, now = new Date()): Promise<Access | undefined> {
  const { storyId, fork } = readName(name)
  // A room has one name: in a second one of the same text, nobody of the first would see what is written.
  if (name !== (fork ? forkName(storyId, fork) : storyId)) return undefined
  const rows = await subjectOf(db, { id: storyId })
  const [row] = rows
  if (!row) return undefined
  const story = { ...row, bylines: rows.flatMap(({ byline }) => byline ?? []) }
  if (!may(actor, 'read', story)) return undefined
  if (fork && fork !== actor.id) return may(actor, 'edit', story) && (await isSomebody(fork)) ? 'read' : undefined
  if (fork) return may(actor, 'suggest', story) && !story.spikedAt ? 'edit' : 'read'
  return may(actor, 'edit', story) && !story.spikedAt && !isHeldFrom(actor.id, row.hold, now) ? 'edit' : 'read'
}
