import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { release } from '#lib/publication/door'
import { findLastRevision } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'

import { liveMediaNoun } from '../live'
import { loadForEdit } from '../queries/load'
import { media } from '../tables'
import { nudgeUsers } from './nudge-users'
import { planExpiry } from './put'
import { settleMedia } from './show'
import { sweepFile } from './sweep'

/** Takes something of the library from readers in all stories that show it; where it stood, nothing stands. */
export function withholdMedia(actor: Actor, id: string, now = new Date()): Promise<void> {
  return setWithheld(actor, id, now, now)
}

/** Lets readers have it again where live stories name it. */
export function clearMedia(actor: Actor, id: string, now = new Date()): Promise<void> {
  return setWithheld(actor, id, null, now)
}

function setWithheld(actor: Actor, id: string, withheldAt: Date | null, at: Date): Promise<void> {
  return db.write(async (tx) => {
    const { version } = await loadForEdit(tx, actor, id)
    await tx
      .update(media)
      .set({ withheldAt, version: version + 1 })
      .where(eq(media.id, id))
    const act = withheldAt ? 'withhold-media' : 'clear-media'
    await appendAudit(tx, { actorId: actor.id, act, subject: `media:${id}`, at })
    await settleMedia(tx, [id], actor.id, at)
    await nudgeUsers(tx, id, at)
  })
}

/**
 * Takes it out of the library, files and all; there is no way back. Stories that are not live and name it show nothing there.
 * @throws Refusal `rule` while readers have it
 */
export function removeMedia(actor: Actor, id: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const { live, file } = await loadForEdit(tx, actor, id)
    if (live) throw new Refusal('rule', 'Readers see this. Take it from them in all stories first.')
    // Readers may have had it: what they had of it is nowhere from now on.
    if (await findLastRevision(tx, 'media', id))
      await release(tx, { act: 'remove', live: liveMediaNoun, subject: id, actorId: actor.id, at: now })
    await tx.delete(revisions).where(and(eq(revisions.kind, 'media'), eq(revisions.subject, id)))
    await nudgeUsers(tx, id, now)
    await tx.delete(media).where(eq(media.id, id))
    await planExpiry(tx, id, now)
    await sweepFile(tx, file, now)
    await appendAudit(tx, { actorId: actor.id, act: 'remove-media', subject: `media:${id}`, at: now })
  })
}
