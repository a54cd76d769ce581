import { desc } from 'drizzle-orm'

import { dataKey } from '#lib/config'
import type { Tx } from '#lib/db/client'

import { chainHash } from './chain'
import { audit, auditPersonal } from './tables'

export type NewEntry = {
  actorId: string | null
  act: string
  /** `kind:id` */
  subject: string
  /** Ids, numbers and words of ours only: never names, addresses or text of stories. */
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
  await tx.insert(audit).values({ ...entry, hash: chainHash(dataKey('audit'), last?.hash ?? '', entry) })
  if (personal) await tx.insert(auditPersonal).values({ seq: entry.seq, ...personal })
}
