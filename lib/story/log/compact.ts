import { and, asc, eq, inArray } from 'drizzle-orm'
import * as Y from 'yjs'

import { db } from '#lib/db/client'
import { readName } from '../text-name'
import { loadLog } from './read'
import { storyLog } from './tables'

/** Rows after which an open story's log is worth compacting. */
export const compactAfter = 500

/** A list of ids as long as every database takes. */
const CHUNK = 1000

/**
 * Replaces a text's rows by one snapshot, in one transaction: exactly the rows that were read, never a range, since
 * on PostgreSQL a smaller id may commit later. The snapshot takes the last row's place, so that a process which reads
 * on from behind it gets it whole; it is nobody's own row, so nobody skips it. A fork's holds only what it has beyond the story's text.
 * @param name the story's id, or a fork's name
 * @returns how many rows it replaced; 0 when there was nothing to do, or while an update still waits for another
 */
export function compact(name: string): Promise<number> {
  const { storyId, fork } = readName(name)
  return db.write(async (tx) => {
    const rows = await tx
      .select({ seq: storyLog.seq, update: storyLog.update, at: storyLog.at })
      .from(storyLog)
      .where(and(eq(storyLog.storyId, storyId), eq(storyLog.fork, fork)))
      .orderBy(asc(storyLog.seq))
    const last = rows.at(-1)
    if (!last || rows.length < 2) return 0
    const ydoc = fork ? await loadLog(tx, storyId) : new Y.Doc()
    const known = Y.encodeStateVector(ydoc)
    ydoc.transact(() => {
      for (const { update } of rows) Y.applyUpdate(ydoc, update)
    })
    if (ydoc.store.pendingStructs || ydoc.store.pendingDs) return 0
    const ids = rows.map(({ seq }) => seq)
    for (let from = 0; from < ids.length; from += CHUNK)
      await tx.delete(storyLog).where(inArray(storyLog.seq, ids.slice(from, from + CHUNK)))
    const update = Y.encodeStateAsUpdate(ydoc, known)
    await tx.insert(storyLog).values({ seq: last.seq, storyId, fork, update, by: null, process: '', at: last.at })
    return rows.length
  })
}
