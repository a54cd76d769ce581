import type { Tx } from '#lib/db/client'
import { notify } from '#lib/notification/commands'

import { listMakers } from '../queries/about'
import { listWaiting } from '../queries/plans'
import type { DraftRef } from '../ref'

/** Tells all who make a front, page or menu, and who planned something of it or put it there, what they should know. */
export async function alarmMakers(
  tx: Tx,
  kind: 'schedule-refused' | 'schedule-failed' | 'clock-held' | 'media-expires',
  { draft, by }: { draft: DraftRef; by: string | null },
  note: string,
  at: Date,
): Promise<void> {
  const to = [by, ...(await listMakers(tx, draft))]
  await notify(tx, { to, kind, draft, by: null, note, at })
}

/** Tells those who make what waits for its hour that it goes on waiting. */
export async function alarmHeldDrafts(tx: Tx, note: string, at: Date): Promise<void> {
  for (const waits of await listWaiting(tx)) await alarmMakers(tx, 'clock-held', waits, note, at)
}
