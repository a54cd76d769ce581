import { eq, inArray } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { people } from '#lib/people/tables'

import { storyBylines } from '../tables'
import { loadForChange, writeFields } from './write-fields'

/**
 * Replaces the story's byline, in the order given. Nobody shuts himself out by it.
 * @returns the next version
 */
export function setBylines(actor: Actor, id: string, seen: number, personIds: string[], now = new Date()) {
  return db.write(async (tx) => {
    const wanted = [...new Set(personIds)]
    const story = await loadForChange(tx, actor, id, seen, { people: wanted }, now)
    await ensurePeople(tx, wanted)
    ensure(actor, 'edit', { ...story, bylines: wanted })
    await putBylines(tx, id, wanted)
    const version = await writeFields(tx, story, { people: wanted }, { by: actor.id, at: now })
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'edit',
      subject: `story:${id}`,
      detail: { from: { people: story.bylines }, to: { people: wanted } },
      at: now,
    })
    return version
  })
}

/** @throws Refusal `invalid` when one is unknown; a disabled person may still be named */
export async function ensurePeople(tx: Tx, ids: string[]): Promise<void> {
  if (!ids.length) return
  if ((await tx.$count(people, inArray(people.id, ids))) !== ids.length)
    throw new Refusal('invalid', 'One of the people is no longer there.', { bylines: 'Not there' })
}

export async function putBylines(tx: Tx, storyId: string, ids: string[]): Promise<void> {
  await tx.delete(storyBylines).where(eq(storyBylines.storyId, storyId))
  if (ids.length)
    await tx.insert(storyBylines).values(ids.map((personId, position) => ({ storyId, personId, position })))
}
