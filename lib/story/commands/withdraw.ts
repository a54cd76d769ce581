import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { release } from '#lib/publication/door'
import { liveStories } from '#lib/site/tables'

import { liveStory } from '../live'
import { loadStory } from '../queries/load'

/** Why a story was taken down, for the audit alone; readers get the note. */
export const withdrawReasons = ['wrong', 'legal', 'privacy', 'rights', 'mistake', 'other'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

/**
 * Takes a story away from readers: all its addresses answer that it was taken down, with the note. The working copy stays.
 * @param note one or two sentences to readers, at most 500 characters
 */
export async function withdrawStory(
  actor: Actor,
  id: string,
  note: string,
  reason: WithdrawReason,
  now = new Date(),
): Promise<void> {
  const told = note.trim()
  if (!told) throw new Refusal('invalid', 'Tell readers why.', { note: 'Tell readers why.' })
  if (told.length > 500)
    throw new Refusal('invalid', 'The note has at most 500 characters.', { note: 'At most 500 characters.' })
  await db.write(async (tx) => {
    const story = await loadStory(tx, id)
    // Readers have it in the section of its last publication; on the desk it may have moved on.
    const [live] = await tx
      .select({ sectionId: liveStories.sectionId })
      .from(liveStories)
      .where(eq(liveStories.subject, id))
    ensure(actor, 'publish', { ...story, ...live })
    if (!live) throw new Refusal('rule', 'Readers do not have this story.')
    const seq = await release(tx, {
      act: 'withdraw',
      live: liveStory,
      subject: id,
      note: told,
      actorId: actor.id,
      at: now,
    })
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'withdraw-reason',
      subject: `story:${id}`,
      detail: { seq, reason },
      at: now,
    })
  })
}
