import { asc, eq, inArray } from 'drizzle-orm'
import * as Y from 'yjs'

import { db } from '#lib/db/client'

import { storyLog } from '../tables'

/** Rows after which an open story's log is worth compacting. */
export const compactAfter = 500

/** A list of ids as long as every database takes. */
const CHUNK = 1000

/**
 * Replaces the story's rows by one snapshot, in one transaction: exactly the rows that were read, never a range, since
 * on PostgreSQL a smaller id may commit later. The snapshot takes the last row's place, so that a process which reads
 * on from behind it gets it whole; it is nobody's own row, so nobody skips it.
 * @returns how many rows it replaced; 0 when there was nothing to do, or while an update still waits for another
 */
export function compact(storyId: string): Promise<number> {
  return db.write(async (tx) => {
    const rows = await tx
      .select({ seq: storyLog.seq, update: storyLog.update, at: storyLog.at })
      .from(storyLog)
      .where(eq(storyLog.storyId, storyId))
      .orderBy(asc(storyLog.seq))
    const last = rows.at(-1)
    if (!last || rows.length < 2) return 0
    const ydoc = new Y.Doc()
    ydoc.transact(() => {
      for (const { update } of rows) Y.applyUpdate(ydoc, update)
    })
    if (ydoc.store.pendingStructs || ydoc.store.pendingDs) return 0
    const ids = rows.map(({ seq }) => seq)
    for (let from = 0; from < ids.length; from += CHUNK)
      await tx.delete(storyLog).where(inArray(storyLog.seq, ids.slice(from, from + CHUNK)))
    const update = Y.encodeStateAsUpdate(ydoc)
    await tx.insert(storyLog).values({ seq: last.seq, storyId, update, by: null, process: '', at: last.at })
    return rows.length
  })
}
