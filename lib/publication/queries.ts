import { and, asc, desc, eq, gt, inArray, max, type SQL } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'

import { giving, type Kind, publications, showing } from './tables'

/** The log's last position; 0 while it is empty. */
export async function lastSeq(on: Reader): Promise<number> {
  const [row] = await on.select({ seq: max(publications.seq) }).from(publications)
  return row?.seq ?? 0
}

/** The revision with which the last act left a noun before readers; null where none is there. */
export async function shownRevision(on: Reader, kind: Kind, subject: string): Promise<number | null> {
  const [last] = await on
    .select({ revision: publications.revision })
    .from(publications)
    .where(and(eq(publications.kind, kind), eq(publications.subject, subject), inArray(publications.act, [...showing])))
    .orderBy(desc(publications.seq))
    .limit(1)
  return last?.revision ?? null
}

/** As a condition on `publications`: the acts by which readers got revisions of a noun. */
export const gave = (kind: Kind, subject: string): SQL | undefined =>
  and(eq(publications.kind, kind), eq(publications.subject, subject), inArray(publications.act, [...giving]))

export type LoggedKeys = { seq: number; keys: string[] }

/** What the acts after a position touched, in their order. @param limit acts at most */
export const listKeysAfter = (seq: number, limit: number): Promise<LoggedKeys[]> =>
  db
    .select({ seq: publications.seq, keys: publications.keys })
    .from(publications)
    .where(gt(publications.seq, seq))
    .orderBy(asc(publications.seq))
    .limit(limit)
