import { asc, eq, inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { publications } from '#lib/publication/tables'
import { createStory, type NewStory } from '#lib/story/commands/create'
import { scheduleStory } from '#lib/story/commands/schedule'
import { storySchedules } from '#lib/story/tables'
import { seenNow } from '#lib/testing/stories'

/** A story that is planned for an hour, in milliseconds, and where readers will have it. */
export type Planned = { id: string; path: string; dueAt: number }

/** What became of it: when it was published, and where that stands in the publication log, each time. */
export type Outcome = { id: string; state: string; acts: { seq: number; at: number }[] }

/**
 * As many stories, one after another over so many milliseconds, from soon on.
 * @param originals what they say, in turn
 */
export async function plan(
  by: Actor,
  originals: NewStory[],
  pathOf: (id: string) => Promise<string>,
  { count, over }: { count: number; over: number },
): Promise<Planned[]> {
  const ids: string[] = []
  await db.write(async () => {
    for (let i = 0; i < count; i += 1) {
      const { document, ...fields } = originals[i % originals.length]!
      const headline = `Planned ${i + 1}: ${document?.headline}`
      ids.push(await createStory(by, { ...fields, slug: '', document: { ...document!, headline } }))
    }
  })
  const from = Date.now() + 3000 + count * 30
  const planned: Planned[] = []
  for (const [i, id] of ids.entries()) {
    const dueAt = from + Math.round((i * over) / count)
    await scheduleStory(by, id, await seenNow(id), { at: new Date(dueAt) })
    planned.push({ id, path: await pathOf(id), dueAt })
  }
  return planned
}

/** What became of all that was planned. */
export async function outcomes(): Promise<Outcome[]> {
  const plans = await db.select({ id: storySchedules.storyId, state: storySchedules.state }).from(storySchedules)
  const acts = await db
    .select({ id: publications.subject, seq: publications.seq, at: publications.at })
    .from(publications)
    .where(
      inArray(
        publications.subject,
        plans.map(({ id }) => id),
      ),
    )
    .orderBy(asc(publications.seq))
  return plans.map(({ id, state }) => ({
    id,
    state,
    acts: acts.filter((act) => act.id === id).map(({ seq, at }) => ({ seq, at: at.getTime() })),
  }))
}

export const waiting = () => db.$count(storySchedules, eq(storySchedules.state, 'waiting'))
