import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureMayEditDraft } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { conflict, notFound } from '#lib/errors'
import { newId } from '#lib/id'
import { namesOf } from '#lib/people/queries'
import { sayHours } from '#lib/story/queries/plans'
import { ensureAhead, type Say } from '#lib/story/schedule'

import { type DraftPlan, findPlan, selectPlans } from '../queries/plans'
import type { DraftRef } from '../ref'
import { draftSchedules } from '../tables'

/** How a refusal to schedule begins. */
export const notScheduled = 'Not scheduled.'

/** When, and in the place of which schedule. */
export type Hour = { at: Date; instead?: string }

/**
 * Has readers get a kept revision at an hour to come, in the caller's transaction, which asks who may and whether all is
 * right: what is changed afterwards is not in it. It will be done for the actor, who must still be allowed to then.
 * @returns the schedule's id
 * @throws Refusal `conflict` where another publication waits; `invalid` with `at`
 */
export async function scheduleDraft(
  tx: Tx,
  actor: Actor,
  draft: DraftRef,
  revision: number,
  { at, instead }: Hour,
  now: Date,
): Promise<string> {
  const waits = await findPlan(tx, draft)
  if (waits?.id !== instead) throw overtaken(waits, await sayHours(tx, now))
  ensureAhead(at, now)
  if (waits) await end(tx, waits, actor.id, now)
  const plan = { id: newId(), draft, revision, dueAt: at, state: 'waiting' } as const
  await tx.insert(draftSchedules).values({ ...plan, by: actor.id, at: now })
  const detail = {
    schedule: plan.id,
    from: waits ? { hour: waits.dueAt, revision: waits.revision } : {},
    to: { hour: at, revision },
  }
  await appendAudit(tx, { actorId: actor.id, act: 'schedule', subject: draft, detail, at: now })
  return plan.id
}

const overtaken = (waits: DraftPlan | undefined, say: Say) =>
  waits
    ? conflict(`${notScheduled} ${waits.by} has set its publication for ${say(waits.dueAt)}.`)
    : conflict(`${notScheduled} What was to come before is off by now; look again.`)

/**
 * Takes off what waits.
 * @throws Refusal `conflict` with who was first, where it waits no more
 */
export function unscheduleDraft(actor: Actor, scheduleId: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const [plan] = await selectPlans(tx).where(
      and(eq(draftSchedules.id, scheduleId), eq(draftSchedules.act, 'publish')),
    )
    if (!plan) throw notFound('This schedule')
    ensureMayEditDraft(actor, plan.draft)
    if (plan.state !== 'waiting') throw await tooLate(tx, plan, await sayHours(tx, now))
    await takeOff(tx, plan, { by: actor.id, at: now })
  })
}

type Ending = { reason?: 'published by hand' | 'withdrawn'; by: string; at: Date }

/**
 * Takes off what waits, as something else came first, in the caller's transaction.
 * @param revision where it waits for that one alone
 */
export async function endPublication(tx: Tx, draft: DraftRef, ending: Ending, revision?: number): Promise<void> {
  const plan = await findPlan(tx, draft)
  if (plan && (revision === undefined || plan.revision === revision)) await takeOff(tx, plan, ending)
}

async function takeOff(tx: Tx, plan: DraftPlan, { reason, by, at }: Ending) {
  await end(tx, plan, by, at)
  const detail = { schedule: plan.id, from: { hour: plan.dueAt }, to: {}, ...(reason && { reason }) }
  await appendAudit(tx, { actorId: by, act: 'unschedule', subject: plan.draft, detail, at })
}

const end = (tx: Tx, { id }: DraftPlan, by: string, at: Date) =>
  tx.update(draftSchedules).set({ state: 'cancelled', endedAt: at, endedBy: by }).where(eq(draftSchedules.id, id))

async function tooLate(tx: Tx, { state, endedAt, endedBy }: DraftPlan, say: Say) {
  const at = endedAt ? ` at ${say(endedAt)}` : ''
  if (state === 'done') return conflict(`Too late: it was carried out${at}.`)
  if (state !== 'cancelled') return conflict(`Too late: it was tried${at}, and did not work.`)
  const name = endedBy && (await namesOf(tx, [endedBy])).get(endedBy)
  return conflict(`${name || 'Somebody'} was first: this was taken off${at}.`)
}
