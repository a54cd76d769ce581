import { and, asc, isNull, lte, or, sql } from 'drizzle-orm'

import { db } from '#lib/db/client'

import { storySchedules } from '../tables'

/** What is planned and due, by its hour; what had a fault comes again when it is time for that. */
export async function findDue(now: Date): Promise<string | undefined> {
  const mayTry = or(isNull(storySchedules.retryAt), lte(storySchedules.retryAt, now))
  const [due] = await db
    .select({ id: storySchedules.id })
    .from(storySchedules)
    // As the index says it, or it would not be used.
    .where(and(sql`${storySchedules.state} = 'waiting'`, lte(storySchedules.dueAt, now), mayTry))
    .orderBy(asc(storySchedules.dueAt), asc(storySchedules.id))
    .limit(1)
  return due?.id
}
