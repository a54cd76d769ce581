import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'

import { fieldsFingerprint } from '../content'
import { ensureNotHeld } from '../hold'
import { fieldsOf, loadStory } from '../queries/load'
import { findPlans, sayHours } from '../queries/plans'
import { isLive } from '../queries/publish-state'
import { ensureNothingWaits } from '../schedule'
import { stories } from '../tables'
import { freeAddress } from './free-address'

/**
 * Puts the story on the spike: out of every list but that one, its slug free. A live story is withdrawn first, and what
 * waits for its hour is taken off.
 */
export function spikeStory(actor: Actor, id: string, now = new Date()) {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'edit', story)
    if (story.spikedAt) throw new Refusal('rule', 'This story is spiked already.')
    ensureNotHeld(actor, story, now)
    if (await isLive(tx, id)) throw new Refusal('rule', 'Readers have this story. Withdraw it first.')
    ensureNothingWaits(await findPlans(tx, id), await sayHours(tx, now))
    await tx.update(stories).set({ spikedAt: now }).where(eq(stories.id, id))
    await appendAudit(tx, { actorId: actor.id, act: 'spike', subject: `story:${id}`, at: now })
  })
}

/** Takes the story off the spike; its slug gets a number when another story has taken it meanwhile. */
export function unspikeStory(actor: Actor, id: string, now = new Date()) {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'edit', story)
    if (!story.spikedAt) throw new Refusal('rule', 'This story is not spiked.')
    const slug = await freeAddress(tx, id, story.sectionId, story.slug)
    await tx
      .update(stories)
      .set({ spikedAt: null, slug, fieldsFingerprint: fieldsFingerprint({ ...fieldsOf(story), slug }) })
      .where(eq(stories.id, id))
    await appendAudit(tx, { actorId: actor.id, act: 'unspike', subject: `story:${id}`, at: now })
  })
}
