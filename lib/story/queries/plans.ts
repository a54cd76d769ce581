import { and, eq, exists, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { findSettings } from '#lib/settings/queries'
import { hourIn } from '#lib/settings/time'

import { isLate, type Plans, type Say } from '../schedule'
import { stories, storyEmbargoes, storySchedules } from '../tables'
import { wasPublished } from './publish-state'

export const planColumns = {
  id: storySchedules.id,
  storyId: storySchedules.storyId,
  act: storySchedules.act,
  revision: storySchedules.revision,
  sectionId: storySchedules.sectionId,
  slug: storySchedules.slug,
  dueAt: storySchedules.dueAt,
  change: storySchedules.change,
  note: storySchedules.note,
  notePlace: storySchedules.notePlace,
  state: storySchedules.state,
  /** The name of who set it, and their id. */
  by: people.name,
  setBy: storySchedules.by,
  setAt: storySchedules.setAt,
  endedAt: storySchedules.endedAt,
  endedBy: storySchedules.endedBy,
  attempts: storySchedules.attempts,
}

export type Plan = Awaited<ReturnType<typeof listWaiting>>[number]

const listWaiting = (on: Reader, storyId: string) =>
  on
    .select(planColumns)
    .from(storySchedules)
    .innerJoin(people, eq(people.id, storySchedules.by))
    .where(and(eq(storySchedules.storyId, storyId), eq(storySchedules.state, 'waiting')))

/** What waits for its hour, and the embargo; for a story that the caller may read. */
export async function findPlans(on: Reader, storyId: string): Promise<Plans<Plan>> {
  const waiting = await listWaiting(on, storyId)
  const of = (act: Plan['act']) => waiting.find((plan) => plan.act === act)
  return { publish: of('publish'), withdraw: of('withdraw'), embargo: await findEmbargo(on, storyId) }
}

/** The embargo that was set last and not lifted, over or not. */
export async function findEmbargo(on: Reader, storyId: string) {
  const [row] = await on
    .select({
      until: storyEmbargoes.until,
      why: storyEmbargoes.why,
      by: people.name,
      setBy: storyEmbargoes.by,
      at: storyEmbargoes.at,
    })
    .from(storyEmbargoes)
    .innerJoin(people, eq(people.id, storyEmbargoes.by))
    .where(eq(storyEmbargoes.storyId, storyId))
  return row
}

/** Whether a publication of the story waits for its hour. */
export async function isScheduled(on: Reader, storyId: string): Promise<boolean> {
  const waits = and(eq(storySchedules.act, 'publish'), eq(storySchedules.state, 'waiting'))
  return (await on.$count(storySchedules, and(eq(storySchedules.storyId, storyId), waits))) > 0
}

/** Whether readers ever had the story, or will at its hour; its slug then no longer follows the headline. */
export const isAddressFixed = async (on: Reader, storyId: string) =>
  (await wasPublished(on, storyId)) || (await isScheduled(on, storyId))

/** As a condition on `stories`: something of it waits for its hour. */
export const isPlanned = (on: Reader): SQL =>
  exists(
    on
      .select({ one: sql`1` })
      .from(storySchedules)
      .where(and(eq(storySchedules.storyId, stories.id), eq(storySchedules.state, 'waiting'))),
  )

/** As a condition on `stories`: its embargo is not over. */
export const isEmbargoed = (on: Reader, now: Date): SQL =>
  exists(
    on
      .select({ one: sql`1` })
      .from(storyEmbargoes)
      .where(
        and(eq(storyEmbargoes.storyId, stories.id), or(isNull(storyEmbargoes.until), gt(storyEmbargoes.until, now))),
      ),
  )

/** What lists tell of a story's hours. `embargo`: its end; null for one that somebody has to lift. */
export type Hours = {
  scheduled?: { at: Date; late: boolean }
  expires?: { at: Date; late: boolean }
  embargo?: { until: Date | null }
}

/** @returns what waits for stories that the caller may read, by id */
export async function listPlans(ids: string[], now: Date): Promise<(id: string) => Hours> {
  if (!ids.length) return () => ({})
  const waiting = await db
    .select({ storyId: storySchedules.storyId, act: storySchedules.act, dueAt: storySchedules.dueAt })
    .from(storySchedules)
    .where(and(inArray(storySchedules.storyId, ids), eq(storySchedules.state, 'waiting')))
  const embargoes = await db
    .select({ storyId: storyEmbargoes.storyId, until: storyEmbargoes.until })
    .from(storyEmbargoes)
    .where(inArray(storyEmbargoes.storyId, ids))
  const hourOf = (id: string, act: 'publish' | 'withdraw') => {
    const plan = waiting.find(({ storyId, ...of }) => storyId === id && of.act === act)
    return plan && { at: plan.dueAt, late: isLate(plan, now) }
  }
  return (id) => ({
    scheduled: hourOf(id, 'publish'),
    expires: hourOf(id, 'withdraw'),
    embargo: embargoes.find(({ storyId, until }) => storyId === id && (until === null || until > now)),
  })
}

/** Says hours by the newsroom's clock. */
export async function sayHours(on: Reader, now: Date): Promise<Say> {
  const { timezone } = await findSettings(on)
  return (at) => hourIn(at, timezone, now)
}
