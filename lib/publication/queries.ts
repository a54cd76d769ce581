import { asc, gt, max } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'

import { publications } from './tables'

/** The log's last position; 0 while it is empty. */
export async function lastSeq(on: Reader): Promise<number> {
  const [row] = await on.select({ seq: max(publications.seq) }).from(publications)
  return row?.seq ?? 0
}

export type LoggedKeys = { seq: number; keys: string[] }

/** What the acts after a position touched, in their order. @param limit acts at most */
export const listKeysAfter = (seq: number, limit: number): Promise<LoggedKeys[]> =>
  db
    .select({ seq: publications.seq, keys: publications.keys })
    .from(publications)
    .where(gt(publications.seq, seq))
    .orderBy(asc(publications.seq))
    .limit(limit)
