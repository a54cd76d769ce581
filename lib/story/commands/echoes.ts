import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'

import { findCorrected } from '../queries/echoes'
import { loadStory } from '../queries/load'
import { storyEchoes } from '../tables'
import { asReadersHave } from './withdraw'

/** One of the places that `findEchoes` names. */
const known = /^((story|copy):[\w-]{1,40}|lists|also-read|feeds)$/

/**
 * Says that a place where what was corrected might still stand has been seen to.
 * @param seq the correction's place in the publication log
 * @throws Refusal `rule` when somebody has said so already
 */
export function tickEcho(actor: Actor, id: string, seq: number, place: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    await ensureOfCorrection(tx, actor, id, seq, place)
    const [ticked] = await tx
      .insert(storyEchoes)
      .values({ storyId: id, seq, place, by: actor.id, at: now })
      .onConflictDoNothing()
      .returning({ place: storyEchoes.place })
    if (!ticked) throw new Refusal('rule', 'This is ticked off already.')
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'tick-echo',
      subject: `story:${id}`,
      detail: { seq, place },
      at: now,
    })
  })
}

/** Takes the tick off again. */
export function untickEcho(actor: Actor, id: string, seq: number, place: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    await ensureOfCorrection(tx, actor, id, seq, place)
    const [unticked] = await tx
      .delete(storyEchoes)
      .where(and(eq(storyEchoes.storyId, id), eq(storyEchoes.seq, seq), eq(storyEchoes.place, place)))
      .returning({ place: storyEchoes.place })
    if (!unticked) throw new Refusal('rule', 'This is not ticked off.')
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'untick-echo',
      subject: `story:${id}`,
      detail: { seq, place },
      at: now,
    })
  })
}

async function ensureOfCorrection(tx: Tx, actor: Actor, id: string, seq: number, place: string) {
  ensure(actor, 'publish', await asReadersHave(tx, await loadStory(tx, id)))
  await findCorrected(tx, id, seq)
  if (!known.test(place)) throw notFound('This place')
}
