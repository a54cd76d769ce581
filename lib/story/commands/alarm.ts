import { asc, eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { notify } from '#lib/notification/commands'
import { listPublishers } from '#lib/people/queries'

import { stories, storySchedules } from '../tables'

/** Tells who did or planned something, and all who publish in its section, that it did not come about, and why. */
export async function alarm(
  tx: Tx,
  kind: 'schedule-refused' | 'schedule-failed' | 'proof-red',
  plan: { storyId: string; sectionId: string | null; by: string | null },
  note: string,
  at: Date,
): Promise<void> {
  const to = [plan.by, ...(await listPublishers(tx, plan.sectionId))]
  await notify(tx, { to, kind, storyId: plan.storyId, by: null, note, at })
}

/** Tells those for whom something waits that it goes on waiting; each once, of the story that comes first. */
export async function alarmHeld(tx: Tx, note: string, at: Date): Promise<void> {
  const waiting = await tx
    .select({ storyId: storySchedules.storyId, sectionId: stories.sectionId, by: storySchedules.by })
    .from(storySchedules)
    .innerJoin(stories, eq(stories.id, storySchedules.storyId))
    .where(eq(storySchedules.state, 'waiting'))
    .orderBy(asc(storySchedules.dueAt), asc(storySchedules.id))
  const publishers = new Map<string | null, string[]>()
  const told = new Set<string>()
  for (const { storyId, sectionId, by } of waiting) {
    const editors = publishers.get(sectionId) ?? (await listPublishers(tx, sectionId))
    publishers.set(sectionId, editors)
    const to = [by, ...editors].filter((id) => !told.has(id))
    for (const id of to) told.add(id)
    await notify(tx, { to, kind: 'clock-held', storyId, by: null, note, at })
  }
}
