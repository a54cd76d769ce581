import { asc, desc, eq, gt, gte, min, sql } from 'drizzle-orm'

import { db, prepared, type Reader } from '#lib/db/client'

import { audit } from '../tables'
import type { Known, Link } from '../walk'

/** The audit's last entry. */
export async function findLastLink(): Promise<Known | undefined> {
  const [last] = await db.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1)
  return last
}

export async function hashAt(on: Reader, seq: number): Promise<string | undefined> {
  const [row] = await on.select({ hash: audit.hash }).from(audit).where(eq(audit.seq, seq))
  return row?.hash
}

/** Whether the chain has what a head says, or has been cut behind it at the end of its time. */
export async function agreesWith({ seq, hash }: Known): Promise<boolean> {
  return (await hashAt(db, seq)) === hash || seq <= (await findBeginning()).seq
}

/** Behind what the chain begins: where the last checkpoint says, else before the first entry. */
export async function findBeginning(): Promise<Known> {
  const [row] = await db
    .select({ detail: audit.detail })
    .from(audit)
    .where(eq(audit.act, 'checkpoint'))
    .orderBy(desc(audit.seq))
    .limit(1)
  if (!row) return { seq: 0, hash: '' }
  const { upTo, hash } = JSON.parse(row.detail) as { upTo: number; hash: string }
  return { seq: upTo, hash }
}

const page = prepared('audit_links', (on) =>
  on
    .select({
      seq: audit.seq,
      at: audit.at,
      actorId: audit.actorId,
      act: audit.act,
      subject: audit.subject,
      detail: audit.detail,
      hash: audit.hash,
    })
    .from(audit)
    .where(gt(audit.seq, sql.placeholder('after')))
    .orderBy(asc(audit.seq))
    .limit(sql.placeholder('size')),
)

/** The whole chain, a page at a time. */
export async function* readLinks(size = 5000): AsyncGenerator<Link[]> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const links = await page(db, { after, size })
    const last = links.at(-1)
    if (!last) return
    yield links
    after = last.seq
  }
}

/**
 * The number up to which entries are older, with none that is younger before it (a clock may have been set back); a
 * portion at most, and never the last entry.
 */
export async function findCut(on: Reader, before: Date, portion: number): Promise<number> {
  const [first] = await on.select({ seq: min(audit.seq) }).from(audit)
  const [younger] = await on
    .select({ seq: min(audit.seq) })
    .from(audit)
    .where(gte(audit.at, before.getTime()))
  const [last] = await on.select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  if (!first?.seq || !last) return 0
  const upTo = Math.min((younger?.seq ?? last.seq) - 1, first.seq + portion - 1)
  return upTo >= first.seq ? upTo : 0
}
