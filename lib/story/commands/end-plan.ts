import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Tx } from '#lib/db/client'

import { storySchedules } from '../tables'

/** What was taken off: which plan, and its hour. */
export type Ended = { id: string; act: 'publish' | 'withdraw'; dueAt: Date }

type Ending = {
  /** What came first; nothing where somebody simply took it off. */
  reason?: 'published by hand' | 'withdrawn' | 'another in its place' | 'expired'
  /** Null where nobody did it. */
  by: string | null
  at: Date
}

/** Takes off what waits of a story, of one act or of both, in the caller's transaction. */
export async function endPlans(
  tx: Tx,
  storyId: string,
  acts: readonly Ended['act'][],
  { reason, by, at }: Ending,
): Promise<Ended[]> {
  const ended: Ended[] = []
  for (const act of acts) {
    const waits = and(eq(storySchedules.storyId, storyId), eq(storySchedules.act, act))
    const [plan] = await tx
      .update(storySchedules)
      .set({ state: 'off', endedAt: at, endedBy: by })
      .where(and(waits, eq(storySchedules.state, 'waiting')))
      .returning({ id: storySchedules.id, act: storySchedules.act, dueAt: storySchedules.dueAt })
    if (!plan) continue
    ended.push(plan)
    const detail = { schedule: plan.id, from: { hour: plan.dueAt }, to: {}, ...(reason && { reason }) }
    await appendAudit(tx, { actorId: by, act: 'unschedule', subject: `story:${storyId}`, detail, at })
  }
  return ended
}
