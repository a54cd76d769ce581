import { desc, lte, max } from 'drizzle-orm'

import { dataKey } from '#lib/config'
import { db, type Tx } from '#lib/db/client'

import { chainHash } from './chain'
import { noteHead } from './follow'
import { dropHead } from './head'
import { findCut, hashAt } from './queries/links'
import { audit, auditPersonal } from './tables'
import type { Verdict } from './verify'
import type { AuditAct } from './words'

export type NewEntry = {
  actorId: string | null
  act: AuditAct
  /** `kind:id` */
  subject: string
  /**
   * Ids, numbers and words of ours only: never names, addresses or text of stories. What changed stands in `from` and
   * `to`, by the same names (`changes.ts`).
   */
  detail?: Record<string, unknown>
  at: Date
  /** Kept apart from the chain, so that it can be erased. */
  personal?: { address: string; agent: string }
}

/** Appends to the audit, last in the caller's write. */
export async function appendAudit(
  tx: Tx,
  { actorId, act, subject, detail = {}, at, personal }: NewEntry,
): Promise<void> {
  const [last] = await tx.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const entry = { seq: (last?.seq ?? 0) + 1, at: at.getTime(), actorId, act, subject, detail: JSON.stringify(detail) }
  const hash = chainHash(dataKey('audit'), last?.hash ?? '', entry)
  await tx.insert(audit).values({ ...entry, hash })
  if (personal) await tx.insert(auditPersonal).values({ seq: entry.seq, ...personal })
  db.afterCommit(() => noteHead({ seq: entry.seq, hash }))
}

/** The audit's own acts are about it. */
const itself = 'audit:audit'

/** Entries that are cut in one write: others wait for it. */
const PORTION = 10_000

/**
 * Cuts what is older from the beginning of the audit, a portion at a time. A checkpoint, which is an entry like others,
 * says up to where, and from which hash the chain goes on.
 * @returns how many entries were cut
 */
export async function cutAudit(before: Date, now = new Date()): Promise<number> {
  for (let cut = 0; ; ) {
    const portion = await db.write(async (tx) => {
      const upTo = await findCut(tx, before, PORTION)
      const hash = upTo && (await hashAt(tx, upTo))
      if (!hash) return 0
      await tx.delete(auditPersonal).where(lte(auditPersonal.seq, upTo))
      const gone = await tx.delete(audit).where(lte(audit.seq, upTo)).returning({ seq: audit.seq })
      const detail = { upTo, hash, count: gone.length }
      await appendAudit(tx, { actorId: null, act: 'checkpoint', subject: itself, detail, at: now })
      return gone.length
    })
    cut += portion
    if (portion < PORTION) return cut
  }
}

/** Erases the addresses and browsers of entries that are older; the entries themselves stay. */
export async function erasePersonal(before: Date): Promise<void> {
  await db.write(async (tx) => {
    const [last] = await tx
      .select({ seq: max(audit.seq) })
      .from(audit)
      .where(lte(audit.at, before.getTime()))
    if (last?.seq) await tx.delete(auditPersonal).where(lte(auditPersonal.seq, last.seq))
  })
}

/**
 * After a backup was put back: the heads that say more than the audit has are needed no more. That it was accepted, and
 * how far the audit had come, is an act itself.
 */
export async function acceptEnd({ heads, breaks }: Verdict, now = new Date()): Promise<void> {
  const lost = heads.filter((head) => head.damaged || breaks.some(({ kind, to }) => kind === 'cut' && to >= head.seq))
  await db.write(async (tx) => {
    const detail = { heads: lost.map(({ seq, hash }) => ({ seq, hash })) }
    await appendAudit(tx, { actorId: null, act: 'accept-end', subject: itself, detail, at: now })
  })
  for (const head of lost) await dropHead(head.seq)
}
