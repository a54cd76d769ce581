import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db, type Reader } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { readable } from '#lib/story/queries/readable'
import { stories } from '#lib/story/tables'

import { believedSince } from './fresh'
import { type Caret, presences } from './tables'

export type Present = { storyId: string; id: string; name: string }

/** Who is in these stories now, at whatever process, each once, by name. For commands; screens ask `listPresentFor`. */
export async function listPresent(on: Reader, storyIds: readonly string[], now: Date): Promise<Present[]> {
  if (!storyIds.length) return []
  return on
    .selectDistinct({ storyId: presences.storyId, id: people.id, name: people.name })
    .from(presences)
    .innerJoin(people, eq(people.id, presences.personId))
    .where(and(inArray(presences.storyId, [...storyIds]), gt(presences.at, believedSince(now))))
    .orderBy(asc(people.name), asc(people.id))
}

/** The same of those stories that the actor may read. */
export async function listPresentFor(actor: Actor, storyIds: readonly string[], now = new Date()): Promise<Present[]> {
  if (!storyIds.length) return []
  const mine = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(inArray(stories.id, [...storyIds]), readable(db, actor)))
  return listPresent(
    db,
    mine.map(({ id }) => id),
    now,
  )
}

/** The people whom other processes have in these rooms, with their carets. */
export async function listElsewhere(
  process: string,
  rooms: readonly string[],
  now = new Date(),
): Promise<{ room: string; personId: string; carets: Caret[] }[]> {
  if (!rooms.length) return []
  return db
    .select({ room: presences.room, personId: presences.personId, carets: presences.carets })
    .from(presences)
    .where(
      and(inArray(presences.room, [...rooms]), ne(presences.process, process), gt(presences.at, believedSince(now))),
    )
}
