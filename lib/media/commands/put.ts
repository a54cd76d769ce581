import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import type { Tx } from '#lib/db/client'
import { conflict } from '#lib/errors'
import { cancel, enqueue } from '#lib/jobs/commands'

import { fieldNames } from '../fields'
import { type LoadedMedia, loadForEdit } from '../queries/load'
import { media } from '../tables'
import { nudgeUsers } from './nudge-users'
import { settleMedia, updateShown } from './show'

/**
 * Something of the library, for who saw its present version.
 * @throws Refusal `not-found`, `forbidden`, `conflict` with detail `{ version, theirs }`, where `theirs` has all fields
 */
export async function loadSeen(tx: Tx, actor: Actor, id: string, seen: number): Promise<LoadedMedia> {
  const before = await loadForEdit(tx, actor, id)
  if (before.version === seen) return before
  const theirs = Object.fromEntries(fieldNames.map((name) => [name, before[name]]))
  throw conflict('Somebody else changed this meanwhile. Nothing of yours was written.', {
    version: before.version,
    theirs,
  })
}

/** Readers who have it get it as it is now; what its time took from them may come back, or go. */
export async function putMedia(
  tx: Tx,
  actor: Actor,
  id: string,
  values: Partial<typeof media.$inferInsert> & { version: number },
  fields: string[],
  at: Date,
): Promise<number> {
  await tx.update(media).set(values).where(eq(media.id, id))
  await appendAudit(tx, { actorId: actor.id, act: 'edit-media', subject: `media:${id}`, detail: { fields }, at })
  if (values.expiresAt !== undefined || values.onExpiry !== undefined) await planExpiry(tx, id, at)
  await updateShown(tx, id, actor.id, at)
  await settleMedia(tx, [id], actor.id, at)
  await nudgeUsers(tx, id, at)
  return values.version
}

/** At the end of its time readers have it no longer, where that is what was asked for; nothing is planned for what is gone. */
export async function planExpiry(tx: Tx, id: string, now: Date): Promise<void> {
  const dedupe = `expire-media:${id}`
  await cancel(tx, dedupe)
  const [row] = await tx.select({ dueAt: media.expiresAt, rule: media.onExpiry }).from(media).where(eq(media.id, id))
  if (row?.dueAt && row.rule === 'withdraw' && row.dueAt > now)
    await enqueue(tx, { name: 'expire-media', payload: { id }, dueAt: row.dueAt, dedupe }, now)
}
