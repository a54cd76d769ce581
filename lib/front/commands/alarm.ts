import { and, asc, eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { notify } from '#lib/notification/commands'
import { listEditors, listPublishers } from '#lib/people/queries'

import { frontSchedules } from '../tables'

/** Tells who planned something, and all who make that front, that it did not come about, and why. */
export async function alarmFront(
  tx: Tx,
  kind: 'schedule-refused' | 'schedule-failed' | 'media-expires',
  plan: { frontId: string; by: string | null },
  note: string,
  at: Date,
): Promise<void> {
  const to = [plan.by, ...(await listMakers(tx, plan.frontId))]
  await notify(tx, { to, kind, frontId: plan.frontId, by: null, note, at })
}

/** Tells those who make fronts that wait for their hour that they go on waiting. */
export async function alarmHeldFronts(tx: Tx, note: string, at: Date): Promise<void> {
  const waiting = await tx
    .select({ frontId: frontSchedules.frontId, by: frontSchedules.by })
    .from(frontSchedules)
    .where(and(eq(frontSchedules.state, 'waiting'), eq(frontSchedules.act, 'publish')))
    .orderBy(asc(frontSchedules.dueAt), asc(frontSchedules.id))
  for (const { frontId, by } of waiting) {
    const to = [by, ...(await listMakers(tx, frontId))]
    await notify(tx, { to, kind: 'clock-held', frontId, by: null, note, at })
  }
}

/** Ids of those who may edit a front. */
function listMakers(tx: Tx, frontId: string): Promise<string[]> {
  const [, section] = /^section:(.+)$/s.exec(frontId) ?? []
  return section ? listPublishers(tx, section) : listEditors(tx)
}
