import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { ensureSeen } from '#lib/draft/commands/seen'
import { notFound } from '#lib/errors'
import { findRevision } from '#lib/publication/revisions'
import type { FrontContent } from '#lib/site/front/content'

import { loadFront } from '../queries/load'
import { keepFront, putDraft } from './keep'
import type { SeenFront } from './publish'

/**
 * Makes the draft say again what an earlier revision says; what stood is kept as a revision. Readers get nothing of it yet.
 * @param number of the revision
 * @returns the draft's version and content
 */
export function restoreFront(
  actor: Actor,
  id: string,
  number: number,
  seen: SeenFront,
  now = new Date(),
): Promise<{ version: number; content: FrontContent }> {
  return db.write(async (tx) => {
    const front = await loadFront(tx, actor, id)
    await ensureSeen(tx, 'front', front, seen, 'Not restored.')
    const kept = await findRevision(tx, 'front', id, number)
    if (!kept) throw notFound('This revision')
    const content = kept.content as FrontContent
    if (kept.fingerprint === front.fingerprint) return { version: front.version, content }
    if (front.version > 0) await keepFront(tx, id, front.content, { by: front.editedBy, at: front.editedAt ?? now })
    const version = await putDraft(tx, front, content, actor.id, now)
    const detail = { restored: kept.id }
    await appendAudit(tx, { actorId: actor.id, act: 'restore', subject: `front:${id}`, detail, at: now })
    return { version, content }
  })
}
