import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'

import { loadStory } from '../queries/load'
import { findPlans, sayHours } from '../queries/plans'
import { isLive } from '../queries/publish-state'
import { ensureMayExpireAt } from '../schedule'
import { ensureNotSpiked } from '../workflow'
import { nudge } from './nudge'
import { ensureFirst, insertPlan } from './plan'
import { asReadersHave } from './withdraw'

/**
 * Has the story withdrawn at an hour to come, without a note to readers. They have it now, or will before that hour.
 * @returns the schedule's id
 * @throws Refusal `conflict` where an expiry waits already, `invalid` with `at`, `rule` as `ensureMayExpireAt`
 */
export function scheduleExpiry(actor: Actor, id: string, at: Date, now = new Date()): Promise<string> {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    const plans = await findPlans(tx, id)
    const live = await isLive(tx, id)
    const sectionId = plans.publish && !live ? plans.publish.sectionId : story.sectionId
    ensure(actor, 'publish', await asReadersHave(tx, { ...story, sectionId }))
    ensureNotSpiked(story)
    const say = await sayHours(tx, now)
    await ensureFirst(tx, plans.withdraw, undefined, say)
    ensureMayExpireAt(at, plans, live, now, say)
    const plan = { storyId: id, act: 'withdraw', dueAt: at, by: actor.id, setAt: now } as const
    const schedule = await insertPlan(tx, plan)
    await nudge(tx, id, 'publishing', now)
    const detail = { schedule, from: {}, to: { hour: at } }
    await appendAudit(tx, { actorId: actor.id, act: 'schedule-expiry', subject: `story:${id}`, detail, at: now })
    return schedule
  })
}
