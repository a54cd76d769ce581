import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'

import { frontSchedules } from '../tables'

export const planColumns = {
  id: frontSchedules.id,
  frontId: frontSchedules.frontId,
  act: frontSchedules.act,
  revision: frontSchedules.revision,
  dueAt: frontSchedules.dueAt,
  state: frontSchedules.state,
  /** The name of who set it, and their id. */
  by: people.name,
  setBy: frontSchedules.by,
  at: frontSchedules.at,
  attempts: frontSchedules.attempts,
  endedAt: frontSchedules.endedAt,
  endedBy: frontSchedules.endedBy,
}

export type FrontPlan = Awaited<ReturnType<typeof selectPlans>>[number]

export const selectPlans = (on: Reader) =>
  on.select(planColumns).from(frontSchedules).innerJoin(people, eq(people.id, frontSchedules.by)).$dynamic()

/** The publication of a front that waits for its hour. */
export async function findPlan(on: Reader, frontId: string): Promise<FrontPlan | undefined> {
  const waiting = and(eq(frontSchedules.act, 'publish'), eq(frontSchedules.state, 'waiting'))
  const [plan] = await selectPlans(on).where(and(eq(frontSchedules.frontId, frontId), waiting))
  return plan
}

/** With the number of the revision by which the desk knows it. */
export async function findPlanShown(on: Reader, frontId: string) {
  const plan = await findPlan(on, frontId)
  if (!plan) return undefined
  const [row] = await on.select({ number: revisions.number }).from(revisions).where(eq(revisions.id, plan.revision))
  return { id: plan.id, dueAt: plan.dueAt, by: plan.by, revision: row?.number ?? 0 }
}

/** What is planned for fronts and due, by its hour; what had a fault comes again when it is time for that. */
export async function findDue(now: Date): Promise<string | undefined> {
  const mayTry = or(isNull(frontSchedules.retryAt), lte(frontSchedules.retryAt, now))
  const [due] = await db
    .select({ id: frontSchedules.id })
    .from(frontSchedules)
    // As the index says it, or it would not be used.
    .where(and(sql`${frontSchedules.state} = 'waiting'`, lte(frontSchedules.dueAt, now), mayTry))
    .orderBy(asc(frontSchedules.dueAt), asc(frontSchedules.id))
    .limit(1)
  return due?.id
}
