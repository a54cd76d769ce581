import { eq } from 'drizzle-orm'

import { db, type Tx } from '#lib/db/client'
import { cancel, enqueue } from '#lib/jobs/commands'

import type { MediaStore } from '../store/store'
import { media } from '../tables'

/** Milliseconds in which a file must have come into the library whole: the largest film on its way to S3 takes minutes. */
const ARRIVAL = 2 * 3_600_000

const nameOf = (file: string) => `sweep-file:${file}`

/** Plans to delete files of the store, unless something of the library has them by then; now, or as its arrival ended. */
export async function sweepFile(tx: Tx, file: string, at: Date): Promise<void> {
  await cancel(tx, nameOf(file))
  await enqueue(tx, { name: 'sweep-file', payload: { file }, dueAt: at, dedupe: nameOf(file) }, at)
}

/**
 * Before files are put into the store: should their row never come, as the process was killed or the disk was full, they
 * go again.
 */
export const expectFile = (file: string, now: Date): Promise<void> =>
  db.write((tx) => sweepFile(tx, file, new Date(now.getTime() + ARRIVAL)))

/** With the row that has them. */
export const keepFile = (tx: Tx, file: string): Promise<void> => cancel(tx, nameOf(file))

/** Deletes files that nothing of the library has. */
export async function sweepNow(store: MediaStore, file: string): Promise<void> {
  const [row] = await db.select({ id: media.id }).from(media).where(eq(media.file, file))
  if (!row) await store.removeAll(`${file}/`)
}
