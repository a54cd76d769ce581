import { createHash } from 'node:crypto'

import { and, desc, eq, max } from 'drizzle-orm'

import type { Reader, Tx } from '#lib/db/client'

import { type Kind, revisions } from './tables'

export type NewRevision<Content> = {
  kind: Kind
  subject: string
  schema: number
  content: Content
  fingerprint: string
  by: string | null
  at: Date
}

/** Keeps an immutable version of a noun; numbered 1, 2, 3 … for each subject. */
export async function keepRevision<Content>(tx: Tx, revision: NewRevision<Content>) {
  const [last] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(and(eq(revisions.kind, revision.kind), eq(revisions.subject, revision.subject)))
  const number = (last?.number ?? 0) + 1
  const [kept] = await tx
    .insert(revisions)
    .values({ ...revision, number })
    .returning({ id: revisions.id })
  if (!kept) throw new Error('the revision was not kept')
  return { id: kept.id, number, content: revision.content }
}

/** A version that says this: the last one, where that does. */
export async function keepOnce<Content>(tx: Tx, revision: NewRevision<Content>) {
  const last = await findLastFingerprint(tx, revision.kind, revision.subject)
  if (last?.fingerprint === revision.fingerprint) return { id: last.id, number: last.number, content: revision.content }
  return keepRevision(tx, revision)
}

/** The newest revision of a noun. */
export async function findLastRevision(on: Reader, kind: Kind, subject: string) {
  const [row] = await on
    .select({
      id: revisions.id,
      number: revisions.number,
      content: revisions.content,
      fingerprint: revisions.fingerprint,
      at: revisions.at,
      by: revisions.by,
    })
    .from(revisions)
    .where(and(eq(revisions.kind, kind), eq(revisions.subject, subject)))
    .orderBy(desc(revisions.number))
    .limit(1)
  return row
}

/** The same without its content, which may be long: enough to tell whether anything has changed since. */
export async function findLastFingerprint(on: Reader, kind: Kind, subject: string) {
  const [row] = await on
    .select({ id: revisions.id, number: revisions.number, fingerprint: revisions.fingerprint })
    .from(revisions)
    .where(and(eq(revisions.kind, kind), eq(revisions.subject, subject)))
    .orderBy(desc(revisions.number))
    .limit(1)
  return row
}

/** One of a noun's revisions, by its number. */
export async function findRevision(on: Reader, kind: Kind, subject: string, number: number) {
  const [row] = await on
    .select({
      id: revisions.id,
      schema: revisions.schema,
      content: revisions.content,
      fingerprint: revisions.fingerprint,
    })
    .from(revisions)
    .where(and(eq(revisions.kind, kind), eq(revisions.subject, subject), eq(revisions.number, number)))
  return row
}

/** 16 hexadecimal digits of a value's JSON: tells whether two versions say the same. */
export const fingerprint = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
