import { and, asc, eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { alarmMakers } from '#lib/draft/commands/alarm'

import { frontSchedules } from '../tables'

/** Tells those who make fronts that wait for their hour that they go on waiting. */
export async function alarmHeldFronts(tx: Tx, note: string, at: Date): Promise<void> {
  const waiting = await tx
    .select({ frontId: frontSchedules.frontId, by: frontSchedules.by })
    .from(frontSchedules)
    .where(and(eq(frontSchedules.state, 'waiting'), eq(frontSchedules.act, 'publish')))
    .orderBy(asc(frontSchedules.dueAt), asc(frontSchedules.id))
  for (const { frontId, by } of waiting)
    await alarmMakers(tx, 'clock-held', { draft: `front:${frontId}`, by }, note, at)
}
