import { desc } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { earliestNow } from '#lib/jobs/holds'
import { gave } from '#lib/publication/queries'
import { publications } from '#lib/publication/tables'

import { loadStory } from '../queries/load'
import { findPlans, sayHours } from '../queries/plans'
import { findPublishState } from '../queries/publish-state'
import { ensureNoEmbargo } from '../schedule'
import { ensureNotSpiked } from '../workflow'
import { giveReaders } from './give-readers'
import { loadPinned } from './load-pinned'
import { nudge } from './nudge'
import { ensureNotOvertaken } from './overtaken'
import { ensureFirst } from './plan'
import type { Seen } from './seen'

const lead = 'Not put back.'

/**
 * Gives readers again what they had last of a withdrawn story, just so, whatever the working copy says by now.
 * @param seen what the editor saw of what readers had, and of what waited for its hour
 * @returns its place in the publication log
 * @throws Refusal `conflict` as `ensureNotOvertaken` and `ensureFirst`, `rule` while it is not withdrawn, or under embargo; else as `giveReaders`
 */
export function putBack(
  actor: Actor,
  id: string,
  now = new Date(),
  seen: Pick<Seen, 'last' | 'waits'> = {},
): Promise<number> {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'read', story)
    await ensureNotOvertaken(tx, id, lead, seen.last)
    if ((await findPublishState(id, tx)).state !== 'withdrawn')
      throw new Refusal('rule', 'This story is not withdrawn.')
    const revision = await loadPinned(tx, id, await lastRevision(tx, id), { by: actor.id, at: now })
    ensure(actor, 'publish', { ...story, sectionId: revision.content.sectionId })
    ensureNotSpiked(story)
    const plans = await findPlans(tx, id)
    const say = await sayHours(tx, now)
    ensureNoEmbargo(plans.embargo, await earliestNow(tx, now), say, lead)
    if (seen.waits !== undefined) await ensureFirst(tx, plans.publish, seen.waits ?? undefined, say, lead)
    const { seq } = await giveReaders(tx, id, revision, {}, actor.id, now)
    await nudge(tx, id, 'publishing', now)
    const detail = { seq, from: {}, to: { revision: revision.id } }
    await appendAudit(tx, { actorId: actor.id, act: 'put-back', subject: `story:${id}`, detail, at: now })
    return seq
  })
}

async function lastRevision(tx: Tx, id: string): Promise<number> {
  const [act] = await tx
    .select({ revision: publications.revision })
    .from(publications)
    .where(gave('story', id))
    .orderBy(desc(publications.seq))
    .limit(1)
  if (!act?.revision) throw new Error(`withdrawn story ${id} was never published`)
  return act.revision
}
