import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { conflict, notFound } from '#lib/errors'
import { newId } from '#lib/id'
import { namesOf } from '#lib/people/queries'
import { sayHours } from '#lib/story/queries/plans'
import { ensureAhead, type Say } from '#lib/story/schedule'

import { loadFront } from '../queries/load'
import { type FrontPlan, findPlan, selectPlans } from '../queries/plans'
import { frontSchedules } from '../tables'
import { ensureReady } from './give'
import { approveFront, type SeenFront } from './publish'

const lead = 'Not scheduled.'

/**
 * Has readers get, at an hour to come, the front as the editor sees its draft now: what is changed afterwards is not in
 * it. It will be done for the actor, who must still be allowed to then.
 * @param instead id of the schedule in whose place this one comes
 * @returns the schedule's id, the number of the revision that it pins, and the draft's version
 * @throws Refusal `conflict` where the draft says something else by now, or another publication waits; `invalid` with
 *   `at`; `rule` as `ensureReady`
 */
export function scheduleFront(
  actor: Actor,
  id: string,
  seen: SeenFront,
  { at, instead }: { at: Date; instead?: string },
  now = new Date(),
): Promise<{ id: string; revision: number; version: number }> {
  return db.write(async (tx) => {
    const { version, revision } = await approveFront(tx, actor, id, seen, now, lead)
    const waits = await findPlan(tx, id)
    const say = await sayHours(tx, now)
    if (waits?.id !== instead) throw overtaken(waits, say)
    ensureAhead(at, now)
    await ensureReady(tx, id, revision.content, at, lead)
    if (waits) await end(tx, waits, actor.id, now)
    const plan = { id: newId(), frontId: id, revision: revision.id, dueAt: at, state: 'waiting' } as const
    await tx.insert(frontSchedules).values({ ...plan, by: actor.id, at: now })
    const detail = {
      schedule: plan.id,
      from: waits ? { hour: waits.dueAt, revision: waits.revision } : {},
      to: { hour: at, revision: revision.id },
    }
    await appendAudit(tx, { actorId: actor.id, act: 'schedule', subject: `front:${id}`, detail, at: now })
    return { id: plan.id, revision: revision.number, version }
  })
}

const overtaken = (waits: FrontPlan | undefined, say: Say) =>
  waits
    ? conflict(`${lead} ${waits.by} has set its publication for ${say(waits.dueAt)}.`)
    : conflict(`${lead} What was to come before is off by now; look again.`)

/**
 * Takes off what waits.
 * @throws Refusal `conflict` with who was first, where it waits no more
 */
export function unscheduleFront(actor: Actor, scheduleId: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const [plan] = await selectPlans(tx).where(
      and(eq(frontSchedules.id, scheduleId), eq(frontSchedules.act, 'publish')),
    )
    if (!plan) throw notFound('This schedule')
    await loadFront(tx, actor, plan.frontId)
    if (plan.state !== 'waiting') throw await tooLate(tx, plan, await sayHours(tx, now))
    await end(tx, plan, actor.id, now)
    const detail = { schedule: plan.id, from: { hour: plan.dueAt }, to: {} }
    await appendAudit(tx, { actorId: actor.id, act: 'unschedule', subject: `front:${plan.frontId}`, detail, at: now })
  })
}

const end = (tx: Tx, { id }: FrontPlan, by: string, at: Date) =>
  tx.update(frontSchedules).set({ state: 'cancelled', endedAt: at, endedBy: by }).where(eq(frontSchedules.id, id))

async function tooLate(tx: Tx, { state, endedAt, endedBy }: FrontPlan, say: Say) {
  const at = endedAt ? ` at ${say(endedAt)}` : ''
  if (state === 'done') return conflict(`Too late: it was carried out${at}.`)
  if (state !== 'cancelled') return conflict(`Too late: it was tried${at}, and did not work.`)
  const name = endedBy && (await namesOf(tx, [endedBy])).get(endedBy)
  return conflict(`${name || 'Somebody'} was first: this was taken off${at}.`)
}
