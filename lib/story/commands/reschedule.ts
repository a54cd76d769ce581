import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'

import { findPlans, sayHours } from '../queries/plans'
import { isLive } from '../queries/publish-state'
import { ensureMayExpireAt, ensureMayPublishAt } from '../schedule'
import { type Ended, endPlans } from './end-plan'
import { nudge } from './nudge'
import { insertPlan, loadForEnd } from './plan'

/**
 * Gives a publication or an expiry that waits another hour; what is published stays the revision that was pinned. From
 * now on it is the actor's: it will be done for him. The old schedule is off, and a new one takes its place, so that
 * whoever has the old one on screen is told.
 * @returns the new schedule's id
 * @throws Refusal `conflict` where it waits no more, `invalid` with `at`, `rule` as when it is set
 */
export function reschedule(actor: Actor, scheduleId: string, at: Date, now = new Date()): Promise<string> {
  return db.write(async (tx) => {
    const say = await sayHours(tx, now)
    const { storyId, act, dueAt, ...plan } = await loadForEnd(tx, actor, scheduleId, say)
    const plans = await findPlans(tx, storyId)
    const live = await isLive(tx, storyId)
    if (act === 'publish') ensureMayPublishAt(at, plans, now, say)
    else ensureMayExpireAt(at, plans, live, now, say)
    await endPlans(tx, storyId, [act], { reason: 'another in its place', by: actor.id, at: now })
    const { revision, sectionId, slug, change, note, notePlace } = plan
    const id = await insertPlan(tx, {
      ...{ storyId, act, revision, sectionId, slug, dueAt: at },
      ...{ change, note, notePlace, by: actor.id, setAt: now },
    })
    await nudge(tx, storyId, 'publishing', now)
    const detail = { schedule: id, from: { hour: dueAt }, to: { hour: at } }
    await appendAudit(tx, { actorId: actor.id, act: 'reschedule', subject: `story:${storyId}`, detail, at: now })
    return id
  })
}

/**
 * Takes a publication or an expiry off. With the publication of a story that readers do not have, its expiry is off, too.
 * @returns what is off
 * @throws Refusal `conflict` with who was first, where it waits no more
 */
export function unschedule(actor: Actor, scheduleId: string, now = new Date()): Promise<Ended[]> {
  return db.write(async (tx) => {
    const { storyId, act } = await loadForEnd(tx, actor, scheduleId, await sayHours(tx, now))
    const live = await isLive(tx, storyId)
    const acts = act === 'publish' && !live ? (['publish', 'withdraw'] as const) : [act]
    const ended = await endPlans(tx, storyId, acts, { by: actor.id, at: now })
    await nudge(tx, storyId, 'publishing', now)
    return ended
  })
}
