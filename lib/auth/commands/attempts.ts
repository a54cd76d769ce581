import { and, gt, inArray, lt, sql } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'

import { type Limit, type SignInLimits, windowMs } from '../limits'
import { attempts } from '../tables'

/**
 * Counts one try against each limit, before what is tried is checked, so that tries made at once count too. One that is
 * refused counts nowhere: else a single network could use up what an account has from all of them.
 * @returns the refusal when a limit is reached; returned, not thrown, since the count must be committed
 */
export async function countTry(tx: Tx, limits: Record<string, Limit>, now: Date): Promise<Refusal | undefined> {
  await tx.delete(attempts).where(lt(attempts.resetsAt, now))
  const all = Object.values(limits)
  const keys = all.map(({ key }) => key)
  const { key, count, resetsAt } = attempts
  const counted = await tx.select({ key, count, resetsAt }).from(attempts).where(inArray(key, keys))
  const full = counted.filter((row) => all.some((limit) => limit.key === row.key && row.count >= limit.most))
  if (full.length) return tooMany(Math.max(...full.map((row) => row.resetsAt.getTime())) - now.getTime())
  const until = new Date(now.getTime() + windowMs)
  await tx
    .insert(attempts)
    .values(keys.map((each) => ({ key: each, count: 1, resetsAt: until })))
    .onConflictDoUpdate({ target: key, set: { count: sql`${count} + 1` } })
}

/** A success is no try: it clears the account's tries from here and takes itself back from the other counts. */
export async function forgetTry(tx: Tx, { here, account, address }: SignInLimits): Promise<void> {
  await forgetTries(tx, [here])
  await tx
    .update(attempts)
    .set({ count: sql`${attempts.count} - 1` })
    .where(and(inArray(attempts.key, [account.key, address.key]), gt(attempts.count, 0)))
}

export async function forgetTries(tx: Tx, limits: Limit[]): Promise<void> {
  await tx.delete(attempts).where(
    inArray(
      attempts.key,
      limits.map(({ key }) => key),
    ),
  )
}

function tooMany(wait: number): Refusal {
  const minutes = Math.max(1, Math.ceil(wait / 60_000))
  return new Refusal('busy', `Too many tries. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`)
}
