import { eq, sql } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { media } from '#lib/media/tables'

import { loadPerson } from '../queries'
import { people } from '../tables'
import { showPerson } from './show'

/**
 * Gives a person a face, which readers see beside what they sign.
 * @param face a picture of the library; null takes the face away
 * @throws Refusal `invalid` for what is no picture of the library
 */
export function setFace(actor: Actor, id: string, face: string | null, now = new Date()): Promise<void> {
  ensureAdmin(actor)
  return db.write(async (tx) => {
    const { profile } = await loadPerson(tx, id)
    const [picture] = face ? await tx.select({ kind: media.kind }).from(media).where(eq(media.id, face)) : []
    if (face && picture?.kind !== 'picture') throw new Refusal('invalid', 'A face is a picture of the library.')
    await tx
      .update(people)
      .set({ profile: { ...profile, face }, version: sql`${people.version} + 1` })
      .where(eq(people.id, id))
    await showPerson(tx, id, actor.id, now)
    const detail = { fields: ['face'] }
    await appendAudit(tx, { actorId: actor.id, act: 'edit-person', subject: `person:${id}`, detail, at: now })
  })
}
