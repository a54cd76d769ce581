import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'

import { cleanNote } from '../document/clean'
import { findPlans, sayHours } from '../queries/plans'
import { ensureMayPublishAt } from '../schedule'
import type { Told } from '../update'
import { approve } from './approve'
import { endPlans } from './end-plan'
import { readyFor } from './give-readers'
import { nudge } from './nudge'
import { ensureFirst, insertPlan } from './plan'
import type { Seen } from './seen'

/** @property instead id of the schedule in whose place this one comes */
export type Scheduling = Told & { at: Date; instead?: string }

const lead = 'Not scheduled.'

/**
 * Has readers get, at an hour to come, the text and the fields that the editor sees now: what is edited afterwards is not
 * in it. It will be done for the actor, who may publish the story now.
 * @returns the schedule's id, and the number of the revision that it pins
 * @throws Refusal `conflict` as `approve`, and where another publication waits; `invalid` with `at`; `rule` as
 *   `ensureMayPublishAt`; `rule` and `invalid` as `readyFor`
 */
export function scheduleStory(
  actor: Actor,
  id: string,
  seen: Seen,
  { at, instead, ...told }: Scheduling,
  now = new Date(),
): Promise<{ id: string; revision: number }> {
  return db.write(async (tx) => {
    const revision = await approve(tx, actor, id, seen, { why: 'scheduled', lead, at: now })
    const plans = await findPlans(tx, id)
    const say = await sayHours(tx, now)
    await ensureFirst(tx, plans.publish, instead, say)
    ensureMayPublishAt(at, plans, now, say)
    await endPlans(tx, id, ['publish'], { reason: 'another in its place', by: actor.id, at: now })
    const { revision: ready, detail: kind } = await readyFor(tx, id, revision, told, at, lead)
    const { sectionId, slug } = ready.content
    const { change = null, place: notePlace = null } = kind
    const schedule = await insertPlan(tx, {
      ...{ storyId: id, act: 'publish', revision: revision.id, sectionId, slug, dueAt: at },
      ...{ change, note: cleanNote(told.note ?? ''), notePlace, by: actor.id, setAt: now },
    })
    await nudge(tx, id, 'publishing', now)
    const detail = {
      schedule,
      from: plans.publish ? { hour: plans.publish.dueAt, revision: plans.publish.revision } : {},
      to: { hour: at, revision: revision.id },
      ...(told.change && { change: told.change }),
    }
    await appendAudit(tx, { actorId: actor.id, act: 'schedule', subject: `story:${id}`, detail, at: now })
    return { id: schedule, revision: revision.number }
  })
}
