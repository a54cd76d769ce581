import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { earliestNow } from '#lib/jobs/holds'

import { findPlans, sayHours } from '../queries/plans'
import { ensureNoEmbargo } from '../schedule'
import type { Told } from '../update'
import { approve } from './approve'
import { type Ended, endPlans } from './end-plan'
import { giveReaders } from './give-readers'
import { nudge } from './nudge'
import { ensureFirst } from './plan'
import type { Seen } from './seen'

/**
 * Gives readers the text and the fields that the editor saw: the first time, again after a withdrawal, or as an update.
 * A publication that waited for its hour is off with it.
 * @param told which kind of update it is; asked only where readers have the story and its text changes
 * @returns the act's place in the publication log, the number of the revision that readers now have, and what is off
 * @throws Refusal `conflict` as `approve`, and as `ensureFirst` where an hour was set or taken off that the editor did not see;
 *   `rule` while it is under embargo, `rule` and `invalid` as `giveReaders`
 */
export function publishStory(
  actor: Actor,
  id: string,
  seen: Seen,
  told: Told = {},
  now = new Date(),
): Promise<{ act: 'publish' | 'update'; seq: number; revision: number; ended: Ended[] }> {
  return db.write(async (tx) => {
    const revision = await approve(tx, actor, id, seen, { why: 'published', at: now })
    const plans = await findPlans(tx, id)
    const say = await sayHours(tx, now)
    ensureNoEmbargo(plans.embargo, await earliestNow(tx, now), say)
    if (seen.waits !== undefined) await ensureFirst(tx, plans.publish, seen.waits ?? undefined, say, 'Not published.')
    const ended = await endPlans(tx, id, ['publish'], { reason: 'published by hand', by: actor.id, at: now })
    const { act, seq } = await giveReaders(tx, id, revision, told, actor.id, now)
    await nudge(tx, id, 'publishing', now)
    return { act, seq, revision: revision.number, ended }
  })
}
