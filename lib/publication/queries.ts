import { and, asc, desc, eq, gt, inArray, lt, max, type SQL } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'

import { giving, type Kind, publications, revisions, showing } from './tables'

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

/** The last act on what readers have of a noun; `revision` is null where they have none since. */
export async function findLastAct(on: Reader, kind: Kind, subject: string) {
  const [last] = await on
    .select({
      seq: publications.seq,
      revision: publications.revision,
      at: publications.at,
      by: publications.actorId,
      detail: publications.detail,
    })
    .from(publications)
    .where(and(eq(publications.kind, kind), eq(publications.subject, subject), inArray(publications.act, [...showing])))
    .orderBy(desc(publications.seq))
    .limit(1)
  return last
}

/** The revision of a noun that readers have, with the act by which they got it; undefined where they have none. */
export async function findShown(on: Reader, kind: Kind, subject: string) {
  const last = await findLastAct(on, kind, subject)
  if (!last || last.revision === null) return undefined
  const [row] = await on
    .select({
      number: revisions.number,
      schema: revisions.schema,
      content: revisions.content,
      fingerprint: revisions.fingerprint,
    })
    .from(revisions)
    .where(eq(revisions.id, last.revision))
  if (!row) throw new Error(`revision ${last.revision} of ${kind} ${subject} is missing`)
  const { revision, ...act } = last
  return { ...act, id: revision, ...row }
}

/** A noun's revisions, newest first; `given`: readers had it. @param before goes on before that number */
export async function listRevisions(
  on: Reader,
  kind: Kind,
  subject: string,
  { size, before }: { size: number; before?: number },
) {
  const found = await on
    .select({ id: revisions.id, number: revisions.number, at: revisions.at, by: revisions.by })
    .from(revisions)
    .where(
      and(
        eq(revisions.kind, kind),
        eq(revisions.subject, subject),
        before === undefined ? undefined : lt(revisions.number, before),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(size + 1)
  const rows = found.slice(0, size)
  const ids = rows.map(({ id }) => id)
  const acts = ids.length
    ? await on
        .selectDistinct({ revision: publications.revision })
        .from(publications)
        .where(and(gave(kind, subject), inArray(publications.revision, ids)))
    : []
  const given = new Set(acts.map(({ revision }) => revision))
  return {
    versions: rows.map((row) => ({ ...row, given: given.has(row.id) })),
    next: found.length > size ? rows.at(-1)?.number : undefined,
  }
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
