import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { ensureShown } from '#lib/draft/commands/seen'
import { settleMedia } from '#lib/media/commands/show'
import { release } from '#lib/publication/door'

import { liveFront } from '../live'
import { loadFront } from '../queries/load'
import { shownPictures } from '../queries/shown'
import { dropEnd } from './give'

/**
 * Takes a front that editors have made from readers: from now on theirs is made by rule. The draft stays.
 * @param seen place in the publication log of the act by which readers have it
 * @returns its place in the publication log
 * @throws Refusal `conflict` where readers have another by now, `rule` where it is made by rule already
 */
export function takeBackFront(actor: Actor, id: string, seen: number, now = new Date()): Promise<number> {
  return db.write(async (tx) => {
    await loadFront(tx, actor, id)
    await ensureShown(tx, 'front', id, seen, 'Readers’ front is made by rule already.')
    const had = await shownPictures(tx, id)
    const seq = await release(tx, { act: 'withdraw', live: liveFront, subject: id, actorId: actor.id, at: now })
    await settleMedia(tx, had, actor.id, now)
    await dropEnd(tx, id)
    return seq
  })
}
