import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import type { Tx } from '#lib/db/client'
import { conflict, notFound } from '#lib/errors'
import { newId } from '#lib/id'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'

import { liftContent, type StoryContent } from '../content'
import type { StoryText } from '../document/changes'
import { loadStory } from '../queries/load'
import { type Plan, planColumns } from '../queries/plans'
import type { Say } from '../schedule'
import { storySchedules } from '../tables'
import { asReadersHave } from './withdraw'

/** @returns its id */
export async function insertPlan(tx: Tx, plan: Omit<typeof storySchedules.$inferInsert, 'id'>): Promise<string> {
  const id = newId()
  await tx.insert(storySchedules).values({ id, ...plan })
  return id
}

/** What an editor is shown whom somebody was quicker than, who set an hour: the plan, and what readers get by it then. */
export type PlannedFirst = { code: 'planned'; waits: ReturnType<typeof shownOf>; text: StoryText | null }

/** What an editor acts on has come about meanwhile, or was taken off: nothing of it waits. */
export type PlanEnded = { code: 'ended' }

/**
 * @param waits what waits already
 * @param instead what the actor had on screen as that
 * @throws Refusal `conflict` with who was first, and with a `PlannedFirst` as detail
 */
export async function ensureFirst(
  tx: Tx,
  waits: Plan | undefined,
  instead: string | undefined,
  say: Say,
  lead = 'Not scheduled.',
): Promise<void> {
  if (waits?.id === instead) return
  if (!waits) throw await tooLate(tx, await loadPlan(tx, instead ?? ''), say)
  const what = waits.act === 'publish' ? 'publication' : 'expiry'
  const detail: PlannedFirst = { code: 'planned', waits: shownOf(waits), text: await textOf(tx, waits) }
  throw conflict(`${lead} ${waits.by} has set its ${what} for ${say(waits.dueAt)}.`, detail)
}

/**
 * A plan that the actor changes or takes off: it is still to come, and he publishes where it will be, or is, published.
 * @throws Refusal `conflict` with who was first
 */
export async function loadForEnd(tx: Tx, actor: Actor, scheduleId: string, say: Say): Promise<Plan> {
  const plan = await loadPlan(tx, scheduleId)
  const story = await asReadersHave(tx, await loadStory(tx, plan.storyId))
  ensure(actor, 'publish', plan.sectionId === null ? story : { ...story, sectionId: plan.sectionId })
  if (plan.state !== 'waiting') throw await tooLate(tx, plan, say)
  return plan
}

/** What a `conflict` shows of the plan that waits now. */
const shownOf = ({ id, act, dueAt, by }: Plan) => ({ id, act, dueAt, by })

async function textOf(tx: Tx, { revision }: Plan): Promise<StoryText | null> {
  const [row] = await tx
    .select({ schema: revisions.schema, content: revisions.content })
    .from(revisions)
    .where(eq(revisions.id, revision ?? -1))
  if (!row) return null
  const { headline, standfirst, body } = liftContent(row.content as StoryContent, row.schema)
  return { headline, standfirst, body }
}

async function loadPlan(tx: Tx, id: string): Promise<Plan> {
  const [plan] = await tx
    .select(planColumns)
    .from(storySchedules)
    .innerJoin(people, eq(people.id, storySchedules.by))
    .where(eq(storySchedules.id, id))
  if (!plan) throw notFound('This schedule')
  return plan
}

async function tooLate(tx: Tx, { state, endedAt, endedBy }: Plan, say: Say) {
  const at = endedAt ? ` at ${say(endedAt)}` : ''
  const detail: PlanEnded = { code: 'ended' }
  if (state === 'done') return conflict(`Too late: it was carried out${at}.`, detail)
  if (state === 'refused' || state === 'failed')
    return conflict(`Too late: it was tried${at}, and did not work.`, detail)
  const [person] = endedBy ? await tx.select({ name: people.name }).from(people).where(eq(people.id, endedBy)) : []
  return conflict(`${person?.name ?? 'Somebody'} was first: this was changed or taken off${at}.`, detail)
}
