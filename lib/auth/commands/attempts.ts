import { and, eq, gt, lt, sql } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'

import { type Limit, windowMs } from '../limits'
import { attempts } from '../tables'

/**
 * Counts one try against each limit, before what is tried is checked, so that tries made at once count too.
 * @returns the refusal when a limit is passed; returned, not thrown, since the count must be committed
 */
export async function countTry(tx: Tx, limits: readonly Limit[], now: Date): Promise<Refusal | undefined> {
  await tx.delete(attempts).where(lt(attempts.resetsAt, now))
  let until: Date | undefined
  for (const { key, most } of limits) {
    const [row] = await tx
      .insert(attempts)
      .values({ key, count: 1, resetsAt: new Date(now.getTime() + windowMs) })
      .onConflictDoUpdate({ target: attempts.key, set: { count: sql`${attempts.count} + 1` } })
      .returning({ count: attempts.count, resetsAt: attempts.resetsAt })
    if (row && row.count > most && (!until || row.resetsAt > until)) until = row.resetsAt
  }
  if (!until) return undefined
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  return new Refusal('busy', `Too many tries. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`)
}

/** A success is no try: it clears the account's count and takes itself back from the address's. */
export async function forgetTry(tx: Tx, limits: { account: Limit; address: Limit }): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.key, limits.account.key))
  await tx
    .update(attempts)
    .set({ count: sql`${attempts.count} - 1` })
    .where(and(eq(attempts.key, limits.address.key), gt(attempts.count, 0)))
}
