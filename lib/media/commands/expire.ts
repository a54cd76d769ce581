import { and, desc, eq, gt, inArray, lte, or } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Tx } from '#lib/db/client'
import { alarmMakers } from '#lib/draft/commands/alarm'
import type { DraftRef } from '#lib/draft/ref'
import { notify } from '#lib/notification/commands'
import { listPublishers } from '#lib/people/queries'
import {
  liveFrontMedia,
  liveMedia,
  livePageMedia,
  livePeople,
  liveStories,
  liveStoryMedia,
  liveStoryPeople,
} from '#lib/site/tables'

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
 * Tells who put it there, and who publishes the stories that show it, itself or as a film's poster, or makes the fronts
 * and pages that do, that its time ends in two weeks, in one, in three days, and the next day; asked once a day. A face is told of
 * with the newest story of its byline.
 */
export async function warnOfExpiry(tx: Tx, now: Date): Promise<void> {
  const ending = and(gt(media.expiresAt, now), lte(media.expiresAt, new Date(now.getTime() + SOON * DAY)))
  for (const item of await tx.select(ended).from(media).where(ending)) {
    const days = Math.ceil(((item.expiresAt?.getTime() ?? 0) - now.getTime()) / DAY)
    if (![SOON, 7, 3, 1].includes(days)) continue
    const then =
      item.rule === 'withdraw' ? 'Then readers have it no longer.' : 'Then it has to be taken out or cleared anew.'
    const note = `“${item.name}” may be shown for ${days === 1 ? 'one more day' : `${days} more days`}. ${then}`
    for (const { storyId, sectionId } of await listShowing(tx, item.id)) {
      const to = [item.by, ...(await listPublishers(tx, sectionId))]
      await notify(tx, { to, kind: 'media-expires', storyId, by: null, note, at: now })
    }
    for (const draft of await listDraftsShowing(tx, item.id))
      await alarmMakers(tx, 'media-expires', { draft, by: item.by }, note, now)
  }
}

const ended = { id: media.id, name: media.name, by: media.createdBy, rule: media.onExpiry, expiresAt: media.expiresAt }

/** Live stories that show it, each once. */
async function listShowing(tx: Tx, id: string): Promise<{ storyId: string; sectionId: string }[]> {
  const of = { storyId: liveStories.subject, sectionId: liveStories.sectionId }
  const films = tx.select({ id: liveMedia.subject }).from(liveMedia).where(eq(liveMedia.poster, id))
  const inText = await tx
    .selectDistinct(of)
    .from(liveStoryMedia)
    .innerJoin(liveStories, eq(liveStories.subject, liveStoryMedia.subject))
    .where(
      and(eq(liveStoryMedia.now, true), or(eq(liveStoryMedia.mediaId, id), inArray(liveStoryMedia.mediaId, films))),
    )
  const asFace = await tx
    .select(of)
    .from(livePeople)
    .innerJoin(liveStoryPeople, eq(liveStoryPeople.personId, livePeople.subject))
    .innerJoin(liveStories, eq(liveStories.subject, liveStoryPeople.subject))
    .where(eq(livePeople.face, id))
    .orderBy(desc(liveStoryPeople.publishedAt))
    .limit(1)
  return [...new Map([...inText, ...asFace].map((story) => [story.storyId, story])).values()]
}

/** Fronts and pages that show it to readers, a page a film's poster, too. */
async function listDraftsShowing(tx: Tx, id: string): Promise<DraftRef[]> {
  const films = tx.select({ id: liveMedia.subject }).from(liveMedia).where(eq(liveMedia.poster, id))
  const fronts = await tx
    .select({ id: liveFrontMedia.subject })
    .from(liveFrontMedia)
    .where(eq(liveFrontMedia.mediaId, id))
  const shows = or(eq(livePageMedia.mediaId, id), inArray(livePageMedia.mediaId, films))
  const pages = await tx
    .selectDistinct({ id: livePageMedia.subject })
    .from(livePageMedia)
    .where(and(eq(livePageMedia.now, true), shows))
  return [...fronts.map((one): DraftRef => `front:${one.id}`), ...pages.map((one): DraftRef => `page:${one.id}`)]
}
