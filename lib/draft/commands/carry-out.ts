import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import { mayEditDraft } from '#lib/auth/permissions'
import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { endPins } from '#lib/front/commands/end-pins'
import { findClockHold } from '#lib/jobs/holds'
import { judgeTrouble } from '#lib/jobs/trouble'
import { loadPerson } from '#lib/people/queries'
import { revisions } from '#lib/publication/tables'

import { type DraftPlan, selectPlans } from '../queries/plans'
import { readRef } from '../ref'
import { draftSchedules } from '../tables'
import { alarmMakers } from './alarm'
import { commandsOf } from './kinds'

/**
 * Does what is planned for a front, page or menu, once its hour has come. The same commit says that it is done, so it is
 * done once, whichever processes try.
 * @throws Refusal where it cannot be done as things are
 */
export async function carryOutDraft(tx: Tx, scheduleId: string, now: Date): Promise<void> {
  const plan = await findWaiting(tx, scheduleId)
  // Another process was faster, somebody took it off, or the clock jumped since it was looked at.
  if (!plan || plan.dueAt > now || (await findClockHold(tx))) return
  await setPlan(tx, plan, { state: 'done', endedAt: now })
  if (plan.act === 'end-pins') await endPins(tx, { ...plan, frontId: readRef(plan.draft).id }, now)
  else await publish(tx, plan, now)
}

/** For the person who set it, if they still may. */
async function publish(tx: Tx, { id, draft, revision, setBy }: DraftPlan, now: Date): Promise<void> {
  const { disabledAt, role, sections, name } = await loadPerson(tx, setBy)
  const of = readRef(draft)
  if (disabledAt || !mayEditDraft({ id: setBy, name, role, sections, sessionId: '' }, draft))
    throw new Refusal('rule', `${name}, who set it, may not publish this ${of.kind} any more.`)
  const seq = await commandsOf[of.kind].publishPinned(tx, of.id, await loadPinned(tx, revision), { by: setBy, at: now })
  const detail = { schedule: id, seq, people: [setBy] }
  await appendAudit(tx, { actorId: null, act: 'carry-out', subject: draft, detail, at: now })
}

async function loadPinned(tx: Tx, id: number) {
  const [row] = await tx
    .select({ id: revisions.id, schema: revisions.schema, content: revisions.content })
    .from(revisions)
    .where(eq(revisions.id, id))
  if (!row) throw new Error(`revision ${id} is missing`)
  return row
}

/**
 * Notes that it could not be done: a refusal ends it and alarms at once, a fault lets it be tried again, later each time,
 * and alarms when it is given up.
 */
export async function noteDraftTrouble(tx: Tx, scheduleId: string, error: unknown, now: Date): Promise<void> {
  const plan = await findWaiting(tx, scheduleId)
  if (!plan) return
  const trouble = judgeTrouble(error, plan.attempts, now)
  if (!trouble.state) return setPlan(tx, plan, trouble)
  const { attempts, state, note } = trouble
  await setPlan(tx, plan, { state, attempts, endedAt: now, note })
  await alarmMakers(tx, `schedule-${state}`, { draft: plan.draft, by: plan.setBy }, note, now)
  const detail = { schedule: scheduleId, people: [plan.setBy] }
  await appendAudit(tx, { actorId: null, act: `schedule-${state}`, subject: plan.draft, detail, at: now })
}

async function setPlan(tx: Tx, { id }: DraftPlan, set: Partial<typeof draftSchedules.$inferInsert>): Promise<void> {
  await tx.update(draftSchedules).set(set).where(eq(draftSchedules.id, id))
}

async function findWaiting(tx: Tx, id: string): Promise<DraftPlan | undefined> {
  const [plan] = await selectPlans(tx).where(and(eq(draftSchedules.id, id), eq(draftSchedules.state, 'waiting')))
  return plan
}
