import { asc, gt, max } from 'drizzle-orm'

import { db } from '#lib/db/client'

import type { NudgeAbout } from '../nudges'
import { storyNudges } from '../tables'

/** Where the nudges stand now. Written in writes alone, so their numbers are in the order of commits on both engines. */
export async function lastNudge(): Promise<number> {
  const [row] = await db.select({ seq: max(storyNudges.seq) }).from(storyNudges)
  return row?.seq ?? 0
}

/** Those that came after one, of whatever story, in order. */
export const nudgesAfter = (seq: number): Promise<{ seq: number; storyId: string; about: NudgeAbout }[]> =>
  db
    .select({ seq: storyNudges.seq, storyId: storyNudges.storyId, about: storyNudges.about })
    .from(storyNudges)
    .where(gt(storyNudges.seq, seq))
    .orderBy(asc(storyNudges.seq))
