import { and, eq } from 'drizzle-orm'
import { appendAudit } from '#lib/audit/commands'
import { mayEditFront } from '#lib/auth/permissions'
import type { Tx } from '#lib/db/client'
import { alarmMakers } from '#lib/draft/commands/alarm'
import { isRefusal, Refusal } from '#lib/errors'
import { backOff } from '#lib/jobs/commands'
import { findClockHold } from '#lib/jobs/holds'
import { loadPerson } from '#lib/people/queries'
import { fingerprint } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'
import { type FrontContent, withoutEnded } from '#lib/site/front/content'
import { tidy } from '../moves'

import { loadAny } from '../queries/load'
import { type FrontPlan, selectPlans } from '../queries/plans'
import { frontSchedules } from '../tables'
import { endPins } from './end-pins'
import { ensureReady, giveFront } from './give'
import { keepFront } from './keep'

/** A fault is tried so often, within a minute and a half, before it is given up. */
const MOST = 5

/**
 * Does what is planned for a front, once its hour has come. The same commit says that it is done, so it is done once,
 * whichever processes try.
 * @throws Refusal where it cannot be done as things are
 */
export async function carryOutFront(tx: Tx, scheduleId: string, now: Date): Promise<void> {
  const plan = await findWaiting(tx, scheduleId)
  // Another process was faster, somebody took it off, or the clock jumped since it was looked at.
  if (!plan || plan.dueAt > now || (await findClockHold(tx))) return
  await setPlan(tx, plan, { state: 'done', endedAt: now })
  if (plan.act === 'end-pins') await endPins(tx, plan, now)
  else await publish(tx, plan, now)
}

/** For the person who set it, if they still may; what is pinned in it only until now is left out. */
async function publish(tx: Tx, { id, frontId, revision, setBy }: FrontPlan, now: Date): Promise<void> {
  const { disabledAt, role, sections, name } = await loadPerson(tx, setBy)
  const actor = { id: setBy, name, role, sections, sessionId: '' }
  if (disabledAt || !mayEditFront(actor, frontId))
    throw new Refusal('rule', `${name}, who set it, may not publish this front any more.`)
  await loadAny(tx, frontId)
  const pinned = await contentOf(tx, revision)
  const content = tidy(withoutEnded(pinned, now))
  await ensureReady(tx, frontId, content, now)
  const whole = fingerprint(content) === fingerprint(pinned)
  const kept = whole ? { id: revision, content } : await keepFront(tx, frontId, content, { by: setBy, at: now })
  const seq = await giveFront(tx, frontId, kept, { by: setBy, at: now })
  const detail = { schedule: id, seq, people: [setBy] }
  await appendAudit(tx, { actorId: null, act: 'carry-out', subject: `front:${frontId}`, detail, at: now })
}

async function contentOf(tx: Tx, revision: number): Promise<FrontContent> {
  const [row] = await tx.select({ content: revisions.content }).from(revisions).where(eq(revisions.id, revision))
  if (!row) throw new Error(`revision ${revision} of a front is missing`)
  return row.content as FrontContent
}

/**
 * Notes that it could not be done: a refusal ends it and alarms at once, a fault lets it be tried again, later each time,
 * and alarms when it is given up.
 */
export async function noteFrontTrouble(tx: Tx, scheduleId: string, error: unknown, now: Date): Promise<void> {
  const plan = await findWaiting(tx, scheduleId)
  if (!plan) return
  const refused = isRefusal(error) && error.reason !== 'busy'
  const attempts = plan.attempts + 1
  if (!refused && attempts < MOST)
    return setPlan(tx, plan, { attempts, retryAt: new Date(now.getTime() + backOff(attempts)) })
  const note = refused ? error.message : `Tried ${attempts} times. The server’s log says what is wrong.`
  const state = refused ? 'refused' : 'failed'
  await setPlan(tx, plan, { state, attempts, endedAt: now, note })
  await alarmMakers(tx, `schedule-${state}`, { draft: `front:${plan.frontId}`, by: plan.setBy }, note, now)
  const detail = { schedule: scheduleId, people: [plan.setBy] }
  const subject = `front:${plan.frontId}`
  await appendAudit(tx, { actorId: null, act: `schedule-${state}`, subject, detail, at: now })
}

async function setPlan(tx: Tx, { id }: FrontPlan, set: Partial<typeof frontSchedules.$inferInsert>): Promise<void> {
  await tx.update(frontSchedules).set(set).where(eq(frontSchedules.id, id))
}

async function findWaiting(tx: Tx, id: string): Promise<FrontPlan | undefined> {
  const [plan] = await selectPlans(tx).where(and(eq(frontSchedules.id, id), eq(frontSchedules.state, 'waiting')))
  return plan
}
