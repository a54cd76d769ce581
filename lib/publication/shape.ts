import { eq } from 'drizzle-orm'

import { db } from '#lib/db/client'

import { lastSeq } from './queries'
import { type Lives, replayLog } from './rebuild'
import { liveShape } from './tables'

const only = 1

/**
 * Makes the live rows anew from the publication log where rules of before have made them. Under the write lock, so that
 * of processes that start together one does it and the others find it done.
 * @param version of the rules that `lives` are
 * @returns whether it was done
 */
export function ensureShape(lives: Lives, version: number): Promise<boolean> {
  return db.write(async (tx) => {
    const [made] = await tx.select({ version: liveShape.version }).from(liveShape).where(eq(liveShape.id, only))
    if (made && made.version >= version) return false
    const replays = (await lastSeq(tx)) > 0
    if (replays) await replayLog(tx, lives)
    await tx
      .insert(liveShape)
      .values({ id: only, version })
      .onConflictDoUpdate({ target: liveShape.id, set: { version } })
    return replays
  })
}
