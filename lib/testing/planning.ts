import { and, asc, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { storiesDue as runNext } from '#lib/jobs/handlers/due'
import { listNotifications } from '#lib/notification/queries'
import { publications } from '#lib/publication/tables'
import { liveStories } from '#lib/site/tables'
import { type Scheduling, scheduleStory } from '#lib/story/commands/schedule'
import { storySchedules } from '#lib/story/tables'

import { when } from './newsroom'
import { seenNow } from './stories'

export const later = (minutes: number) => new Date(when.getTime() + minutes * 60_000)

/** Schedules a story as it stands. */
export const planAs = async (by: Actor, id: string, at: Date, more: Partial<Scheduling> = {}) =>
  scheduleStory(by, id, await seenNow(id), { at, ...more }, when)

/** All that is due by then happens. */
export async function until(now: Date): Promise<void> {
  while (await runNext(now));
}

/** A schedule's row. */
export const scheduleOf = async (id: string) =>
  (await db.select().from(storySchedules).where(eq(storySchedules.id, id)))[0]!

export const liveHeadline = async (id: string) =>
  (await db.select({ headline: liveStories.headline }).from(liveStories).where(eq(liveStories.subject, id)))[0]
    ?.headline

/** What was done to what readers have of a story, in order. */
export const actsOn = (id: string) =>
  db
    .select({ act: publications.act, at: publications.at, by: publications.actorId })
    .from(publications)
    .where(and(eq(publications.kind, 'story'), eq(publications.subject, id)))
    .orderBy(asc(publications.seq))

/** What somebody was told of a story. */
export const toldOf = async (id: string, actor: Actor) =>
  (await listNotifications(actor, { size: 50 })).rows.filter(({ storyId }) => storyId === id)
