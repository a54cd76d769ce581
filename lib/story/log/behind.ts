import { type AnyColumn, and, count, eq, gt, inArray, max } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { readName } from '../text-name'
import { storyLog, storyProjections } from './tables'

/** What was appended after the projection's last edit is in no list yet. */
const stale = (editedAt: AnyColumn) => gt(max(storyLog.at), editedAt)

/**
 * Whether lists do not say what a text says, as after a process that ended before it had told them. Of a fork nobody
 * knows without reading it.
 */
export async function isBehind(name: string): Promise<boolean> {
  return readName(name).fork !== '' || (await behind([name])).length > 0
}

/**
 * Stories that are behind. A log of one row is a text just begun or a tidy one, so none but the others are read: how
 * many rows there are is in the index, while the time of a row stands behind its text.
 */
export async function listBehind(): Promise<string[]> {
  const untidy = await db
    .select({ storyId: storyLog.storyId })
    .from(storyLog)
    .where(eq(storyLog.fork, ''))
    .groupBy(storyLog.storyId)
    .having(gt(count(), 1))
  const found: string[] = []
  for (let from = 0; from < untidy.length; from += CHUNK)
    found.push(...(await behind(untidy.slice(from, from + CHUNK).map(({ storyId }) => storyId))))
  return found
}

/** A list of ids as long as every database takes. */
const CHUNK = 1000

async function behind(storyIds: string[]): Promise<string[]> {
  const { storyId, editedAt } = storyProjections
  const rows = await db
    .select({ storyId })
    .from(storyLog)
    .innerJoin(storyProjections, eq(storyLog.storyId, storyId))
    .where(and(inArray(storyLog.storyId, storyIds), eq(storyLog.fork, '')))
    .groupBy(storyId, editedAt)
    .having(stale(editedAt))
  return rows.map((row) => row.storyId)
}
