import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'

import { cleanNote } from '../document/clean'
import { ensureMayEmbargo, ensureMayLift } from '../embargo'
import { loadStory } from '../queries/load'
import { findPlans, sayHours } from '../queries/plans'
import { isLive } from '../queries/publish-state'
import { ensureAhead, ensureNothingBefore } from '../schedule'
import { storyEmbargoes } from '../tables'
import { nudge } from './nudge'

/**
 * Puts the story under an embargo: it is not published, nor scheduled for an hour, before its end. It publishes nothing.
 * @param given `until` null: until somebody lifts it; `why`: whose it is
 */
export function setEmbargo(
  actor: Actor,
  id: string,
  given: { until: Date | null; why: string },
  now = new Date(),
): Promise<void> {
  const embargo = { until: given.until, why: cleanNote(given.why) }
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    const plans = await findPlans(tx, id)
    ensureMayEmbargo(actor, story, embargo, { before: plans.embargo, isLive: await isLive(tx, id), now })
    if (embargo.until) ensureAhead(embargo.until, now, 'until')
    ensureNothingBefore(embargo.until, plans, await sayHours(tx, now))
    const row = { ...embargo, by: actor.id, at: now }
    await tx
      .insert(storyEmbargoes)
      .values({ storyId: id, ...row })
      .onConflictDoUpdate({ target: storyEmbargoes.storyId, set: row })
    await nudge(tx, id, 'publishing', now)
    const detail = { from: endsAt(plans.embargo), to: endsAt(embargo) }
    await appendAudit(tx, { actorId: actor.id, act: 'embargo', subject: `story:${id}`, detail, at: now })
  })
}

/** Takes the embargo off, before its end or after. */
export function liftEmbargo(actor: Actor, id: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    ensureMayLift(actor, await loadStory(tx, id))
    const [lifted] = await tx
      .delete(storyEmbargoes)
      .where(eq(storyEmbargoes.storyId, id))
      .returning({ until: storyEmbargoes.until })
    if (!lifted) throw new Refusal('rule', 'This story is under no embargo any more.')
    await nudge(tx, id, 'publishing', now)
    const detail = { from: endsAt(lifted), to: {} }
    await appendAudit(tx, { actorId: actor.id, act: 'lift-embargo', subject: `story:${id}`, detail, at: now })
  })
}

/** As the audit keeps it. */
const endsAt = (embargo?: { until: Date | null }) => (embargo ? { embargo: embargo.until ?? 'lifted' } : {})
