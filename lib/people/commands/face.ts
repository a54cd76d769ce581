import { eq, sql } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { faultsOf } from '#lib/media/known'
import { findKnown } from '#lib/media/queries/known'

import { loadPerson } from '../queries'
import { people } from '../tables'
import { showPerson } from './show'

/**
 * Gives a person a face, which readers see beside what they sign.
 * @param face a picture of the library; null takes the face away
 * @throws Refusal `invalid` for what is no picture of the library, `rule` for one that readers may not be shown
 */
export function setFace(actor: Actor, id: string, face: string | null, now = new Date()): Promise<void> {
  ensureAdmin(actor)
  return db.write(async (tx) => {
    const { name, profile } = await loadPerson(tx, id)
    if (face && face !== profile.face) await ensureFace(tx, face, name, now)
    await tx
      .update(people)
      .set({ profile: { ...profile, face }, version: sql`${people.version} + 1` })
      .where(eq(people.id, id))
    await showPerson(tx, id, actor.id, now)
    const detail = { fields: ['face'] }
    await appendAudit(tx, { actorId: actor.id, act: 'edit-person', subject: `person:${id}`, detail, at: now })
  })
}

/** Read out it is the person's name, so it needs no words of its own. */
async function ensureFace(tx: Tx, face: string, name: string, now: Date): Promise<void> {
  const known = (await findKnown(tx, '', [face])).get(face)
  if (known?.kind !== 'picture') throw new Refusal('invalid', 'A face is a picture of the library.')
  const faults = faultsOf('This picture', known, now, name).filter(({ level }) => level === 'must')
  if (faults.length) throw new Refusal('rule', faults.map(({ message }) => message).join(' '))
}
