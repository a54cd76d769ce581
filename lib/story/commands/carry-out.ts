import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Tx } from '#lib/db/client'
import { findClockHold } from '#lib/jobs/holds'
import { judgeTrouble } from '#lib/jobs/trouble'
import { people } from '#lib/people/tables'

import { loadStory } from '../queries/load'
import { findPlans, type Plan, planColumns, sayHours } from '../queries/plans'
import { isLive } from '../queries/publish-state'
import { ensureNoEmbargo } from '../schedule'
import { storySchedules } from '../tables'
import { ensureNotSpiked } from '../workflow'
import { alarm } from './alarm'
import { endPlans } from './end-plan'
import { giveReaders } from './give-readers'
import { loadPinned } from './load-pinned'
import { nudge } from './nudge'
import { takeFromReaders } from './withdraw'

/**
 * Does what is planned for an hour, once its hour has come: for the person who set it, whose right was checked then. The
 * same commit says that it is done, so it is done once, whichever processes try.
 * @throws Refusal where it cannot be done as things are
 */
export async function carryOut(tx: Tx, scheduleId: string, now: Date): Promise<void> {
  const plan = await findWaiting(tx, scheduleId)
  // Another process was faster, somebody took it off, or the clock jumped since it was looked at.
  if (!plan || plan.dueAt > now || (await findClockHold(tx))) return
  const seq = plan.act === 'publish' ? await publish(tx, plan, now) : await expire(tx, plan, now)
  const { storyId } = plan
  if (seq === undefined) return
  await endPlan(tx, plan, { state: 'done', endedAt: now, seq })
  await nudge(tx, storyId, 'publishing', now)
  const detail = { schedule: scheduleId, seq, people: [plan.setBy] }
  await appendAudit(tx, { actorId: null, act: 'carry-out', subject: `story:${storyId}`, detail, at: now })
}

async function publish(tx: Tx, { storyId, setBy, ...plan }: Plan, now: Date): Promise<number> {
  ensureNotSpiked(await loadStory(tx, storyId))
  const { embargo } = await findPlans(tx, storyId)
  ensureNoEmbargo(embargo, now, await sayHours(tx, now))
  if (plan.revision === null) throw new Error(`schedule ${plan.id} pins no revision`)
  const revision = await loadPinned(tx, storyId, plan.revision, { by: setBy, at: now })
  // Where readers came to have the story only after it was set, nobody was asked which kind of update it is.
  const told = { change: plan.change ?? 'update', note: plan.note, place: plan.notePlace ?? undefined }
  return (await giveReaders(tx, storyId, revision, told, setBy, now)).seq
}

/** @returns nothing where there is nothing to withdraw */
async function expire(tx: Tx, plan: Plan, now: Date): Promise<number | undefined> {
  const { storyId, setBy } = plan
  const { publish: missed } = await findPlans(tx, storyId)
  if (missed) {
    await endPlans(tx, storyId, ['publish'], { reason: 'expired', by: null, at: now })
    await alarm(tx, 'schedule-failed', { ...missed, by: missed.setBy }, 'Its expiry came first.', now)
  }
  if (await isLive(tx, storyId)) return takeFromReaders(tx, storyId, '', 'expired', setBy, now)
  await endPlans(tx, storyId, ['withdraw'], { reason: 'expired', by: null, at: now })
  return undefined
}

/**
 * Notes that it could not be done: a refusal ends it and alarms at once, a fault lets it be tried again, later each time,
 * and alarms when it is given up.
 */
export async function noteTrouble(tx: Tx, scheduleId: string, error: unknown, now: Date): Promise<void> {
  const plan = await findWaiting(tx, scheduleId)
  if (!plan) return
  const trouble = judgeTrouble(error, plan.attempts, now)
  if (!trouble.state) {
    await endPlan(tx, plan, trouble)
    return
  }
  const { attempts, state, note: fault } = trouble
  await endPlan(tx, plan, { state, attempts, endedAt: now, fault })
  const { sectionId } = await loadStory(tx, plan.storyId)
  await alarm(tx, `schedule-${state}`, { ...plan, sectionId: plan.sectionId ?? sectionId, by: plan.setBy }, fault, now)
  await nudge(tx, plan.storyId, 'publishing', now)
  const detail = { schedule: scheduleId, people: [plan.setBy] }
  await appendAudit(tx, { actorId: null, act: `schedule-${state}`, subject: `story:${plan.storyId}`, detail, at: now })
}

const endPlan = (tx: Tx, { id }: Plan, set: Partial<typeof storySchedules.$inferInsert>) =>
  tx.update(storySchedules).set(set).where(eq(storySchedules.id, id))

async function findWaiting(tx: Tx, id: string): Promise<Plan | undefined> {
  const [plan] = await tx
    .select(planColumns)
    .from(storySchedules)
    .innerJoin(people, eq(people.id, storySchedules.by))
    .where(and(eq(storySchedules.id, id), eq(storySchedules.state, 'waiting')))
  return plan
}
