import { and, eq, inArray, isNull } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { topics } from '#lib/topic/tables'

import { storyTopics } from '../tables'
import { loadForChange, writeFields } from './write-fields'

/**
 * Replaces the story's topics, in the order given.
 * @returns the next version
 */
export function setTopics(actor: Actor, id: string, seen: number, topicIds: string[], now = new Date()) {
  return db.write(async (tx) => {
    const wanted = [...new Set(topicIds)]
    const story = await loadForChange(tx, actor, id, seen, { topics: wanted }, now)
    await ensureTopics(tx, wanted)
    await putTopics(tx, id, wanted)
    const version = await writeFields(tx, story, { topics: wanted }, { by: actor.id, at: now })
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'edit',
      subject: `story:${id}`,
      detail: { from: { topics: story.topics }, to: { topics: wanted } },
      at: now,
    })
    return version
  })
}

/** @throws Refusal `invalid` when one is unknown or was merged into another */
export async function ensureTopics(tx: Tx, ids: string[]): Promise<void> {
  if (!ids.length) return
  const found = await tx.$count(topics, and(inArray(topics.id, ids), isNull(topics.mergedInto)))
  if (found !== ids.length)
    throw new Refusal('invalid', 'One of the topics is no longer there.', { topics: 'Not there' })
}

export async function putTopics(tx: Tx, storyId: string, ids: string[]): Promise<void> {
  await tx.delete(storyTopics).where(eq(storyTopics.storyId, storyId))
  if (ids.length) await tx.insert(storyTopics).values(ids.map((topicId, position) => ({ storyId, topicId, position })))
}
