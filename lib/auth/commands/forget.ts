import { lt, or } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'

import { idleMs } from '../limits'
import { attempts, links, sessions } from '../tables'

/** What is over is kept for another day: a clock that is wrong for an hour signs nobody out for good. */
const keptMs = 86_400_000

/** Deletes sessions and links that let nobody in any more, with the addresses in them, and tries that count no more. */
export async function forgetOver(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  const idle = new Date(before.getTime() - idleMs)
  const { endedAt, expiresAt, seenAt } = sessions
  await tx.delete(sessions).where(or(lt(endedAt, before), lt(expiresAt, before), lt(seenAt, idle)))
  await tx.delete(links).where(or(lt(links.usedAt, before), lt(links.expiresAt, before)))
  await tx.delete(attempts).where(lt(attempts.resetsAt, before))
}
