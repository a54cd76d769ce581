import { and, eq, gt, lte } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Tx } from '#lib/db/client'
import { notify } from '#lib/notification/commands'
import { listPublishers } from '#lib/people/queries'
import { liveMedia, liveStories, liveStoryMedia } from '#lib/site/tables'

import { hasExpired, SOON } from '../rights'
import { media } from '../tables'
import { settleMedia } from './show'

const DAY = 86_400_000

/**
 * Takes something from readers whose time is over, where that was asked for. What was set otherwise since stays as it is.
 */
export async function takeExpired(tx: Tx, id: string, now: Date): Promise<void> {
  const [row] = await tx
    .select({ expiresAt: media.expiresAt, rule: media.onExpiry, live: liveMedia.subject })
    .from(media)
    .innerJoin(liveMedia, eq(liveMedia.subject, media.id))
    .where(eq(media.id, id))
  if (row?.rule !== 'withdraw' || !hasExpired(row, now)) return
  await appendAudit(tx, { actorId: null, act: 'expire-media', subject: `media:${id}`, at: now })
  await settleMedia(tx, [id], null, now)
}

/**
 * Tells who put it there, and who publishes the stories that show it, that its time ends in two weeks, in one, in three
 * days, and the next day; asked once a day.
 */
export async function warnOfExpiry(tx: Tx, now: Date): Promise<void> {
  const rows = await tx
    .select({
      name: media.name,
      by: media.createdBy,
      rule: media.onExpiry,
      storyId: liveStories.subject,
      sectionId: liveStories.sectionId,
      headline: liveStories.headline,
      expiresAt: media.expiresAt,
    })
    .from(media)
    .innerJoin(liveStoryMedia, and(eq(liveStoryMedia.mediaId, media.id), eq(liveStoryMedia.now, true)))
    .innerJoin(liveStories, eq(liveStories.subject, liveStoryMedia.subject))
    .where(and(gt(media.expiresAt, now), lte(media.expiresAt, new Date(now.getTime() + SOON * DAY))))
  for (const { name, by, rule, storyId, sectionId, expiresAt } of rows) {
    const days = Math.ceil(((expiresAt?.getTime() ?? 0) - now.getTime()) / DAY)
    if (![SOON, 7, 3, 1].includes(days)) continue
    const then =
      rule === 'withdraw' ? 'Then readers have it no longer.' : 'Then it has to be taken out or cleared anew.'
    const note = `“${name}” may be shown for ${days === 1 ? 'one more day' : `${days} more days`}. ${then}`
    const to = [by, ...(await listPublishers(tx, sectionId))]
    await notify(tx, { to, kind: 'media-expires', storyId, by: null, note, at: now })
  }
}
