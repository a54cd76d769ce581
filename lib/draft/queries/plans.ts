import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'

import type { DraftRef } from '../ref'
import { draftSchedules } from '../tables'

const planColumns = {
  id: draftSchedules.id,
  draft: draftSchedules.draft,
  act: draftSchedules.act,
  revision: draftSchedules.revision,
  dueAt: draftSchedules.dueAt,
  state: draftSchedules.state,
  /** The name of who set it, and their id. */
  by: people.name,
  setBy: draftSchedules.by,
  at: draftSchedules.at,
  attempts: draftSchedules.attempts,
  endedAt: draftSchedules.endedAt,
  endedBy: draftSchedules.endedBy,
}

export type DraftPlan = Awaited<ReturnType<typeof selectPlans>>[number]

export const selectPlans = (on: Reader) =>
  on.select(planColumns).from(draftSchedules).innerJoin(people, eq(people.id, draftSchedules.by)).$dynamic()

/** The publication of it that waits for its hour. */
export async function findPlan(on: Reader, draft: DraftRef): Promise<DraftPlan | undefined> {
  const waiting = and(eq(draftSchedules.act, 'publish'), eq(draftSchedules.state, 'waiting'))
  const [plan] = await selectPlans(on).where(and(eq(draftSchedules.draft, draft), waiting))
  return plan
}

/**
 * With the number of the revision by which the desk knows it, and whether the draft says something else by now.
 * @param says the draft's fingerprint
 */
export async function findPlanShown(on: Reader, draft: DraftRef, says: string) {
  const plan = await findPlan(on, draft)
  if (!plan) return undefined
  const [row] = await on
    .select({ number: revisions.number, fingerprint: revisions.fingerprint })
    .from(revisions)
    .where(eq(revisions.id, plan.revision))
  if (!row) throw new Error(`revision ${plan.revision} is missing`)
  return { id: plan.id, dueAt: plan.dueAt, by: plan.by, revision: row.number, isBehind: row.fingerprint !== says }
}

/** All publications that wait for their hour, the next one first. */
export const listWaiting = (on: Reader) =>
  on
    .select({ draft: draftSchedules.draft, by: draftSchedules.by, dueAt: draftSchedules.dueAt })
    .from(draftSchedules)
    .where(and(eq(draftSchedules.state, 'waiting'), eq(draftSchedules.act, 'publish')))
    .orderBy(asc(draftSchedules.dueAt), asc(draftSchedules.id))

/** Those of the revisions that were ever planned. */
export async function plannedOf(on: Reader, ids: readonly number[]): Promise<Set<number>> {
  if (!ids.length) return new Set()
  const rows = await on
    .selectDistinct({ revision: draftSchedules.revision })
    .from(draftSchedules)
    .where(inArray(draftSchedules.revision, [...ids]))
  return new Set(rows.map(({ revision }) => revision))
}

export type PlanShown = NonNullable<Awaited<ReturnType<typeof findPlanShown>>>

/** What is planned and due, by its hour; what had a fault comes again when it is time for that. */
export async function findDueDraft(now: Date): Promise<string | undefined> {
  const mayTry = or(isNull(draftSchedules.retryAt), lte(draftSchedules.retryAt, now))
  const [due] = await db
    .select({ id: draftSchedules.id })
    .from(draftSchedules)
    // As the index says it, or it would not be used.
    .where(and(sql`${draftSchedules.state} = 'waiting'`, lte(draftSchedules.dueAt, now), mayTry))
    .orderBy(asc(draftSchedules.dueAt), asc(draftSchedules.id))
    .limit(1)
  return due?.id
}
