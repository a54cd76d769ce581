import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { endPublication, type Hour, notScheduled, scheduleDraft } from '#lib/draft/commands/schedule'
import { ensureSeen } from '#lib/draft/commands/seen'
import { Refusal } from '#lib/errors'
import { fingerprint } from '#lib/publication/revisions'
import { same } from '#lib/same'
import { withoutEnded } from '#lib/site/front/content'
import { tidy } from '../moves'
import { type LoadedFront, loadFront } from '../queries/load'
import { findShown } from '../queries/shown'
import { ensureReady, giveFront, withheldOf } from './give'
import { type Kept, keepFront, putDraft } from './keep'

/** What an editor acts on: the version of the draft on screen. */
export type SeenFront = { version: number }

/**
 * Gives readers a front as the editor sees its draft. Pins that have ended are let go, there and in the draft.
 * @returns its place in the publication log, the number of the revision that readers now have, and the draft's version
 * @throws Refusal `conflict` where the draft says something else by now, `rule` as `ensureReady`, and where readers have
 *   all of it
 */
export function publishFront(
  actor: Actor,
  id: string,
  seen: SeenFront,
  now = new Date(),
): Promise<{ seq: number; revision: number; version: number }> {
  return db.write(async (tx) => {
    const { front, version, revision } = await approveFront(tx, actor, id, seen, now)
    await ensureReady(tx, front.id, revision.content, now)
    const had = await findShown(tx, id)
    if (
      had?.fingerprint === fingerprint(revision.content) &&
      same(had.withheld, await withheldOf(tx, revision.content))
    )
      throw new Refusal('rule', 'Readers have all of this already.')
    const seq = await giveFront(tx, id, revision, { by: actor.id, at: now })
    await endPublication(tx, `front:${front.id}`, { reason: 'published by hand', by: actor.id, at: now }, revision.id)
    return { seq, revision: revision.number, version }
  })
}

/**
 * Has readers get, at an hour to come, the front as the editor sees its draft now.
 * @returns the schedule's id, the number of the revision that it pins, and the draft's version
 * @throws Refusal as `scheduleDraft`; `conflict` where the draft says something else by now; `rule` as `ensureReady`
 */
export function scheduleFront(
  actor: Actor,
  id: string,
  seen: SeenFront,
  hour: Hour,
  now = new Date(),
): Promise<{ id: string; revision: number; version: number }> {
  return db.write(async (tx) => {
    const { front, version, revision } = await approveFront(tx, actor, id, seen, now, notScheduled)
    const schedule = await scheduleDraft(tx, actor, `front:${front.id}`, revision.id, hour, now)
    await ensureReady(tx, front.id, revision.content, hour.at, notScheduled)
    return { id: schedule, revision: revision.number, version }
  })
}

/** Keeps what the editor sees as a revision, so that it is that which readers get, now or at an hour. */
async function approveFront(
  tx: Tx,
  actor: Actor,
  id: string,
  seen: SeenFront,
  at: Date,
  lead = 'Not published.',
): Promise<{ front: LoadedFront; version: number; revision: Kept }> {
  const front = await loadFront(tx, actor, id)
  await ensureSeen(tx, 'front', front, seen, lead)
  const content = tidy(withoutEnded(front.content, at))
  const ended = fingerprint(content) !== front.fingerprint
  const version = ended || front.version === 0 ? await putDraft(tx, front, content, actor.id, at) : front.version
  return { front, version, revision: await keepFront(tx, id, content, { by: actor.id, at }) }
}
