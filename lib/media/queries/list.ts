import { and, desc, eq, exists, gt, gte, isNotNull, isNull, like, lt, lte, not, or, type SQL, sql } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { wordsOf } from '#lib/db/fold'
import { pageMedia } from '#lib/page/tables'
import { people } from '#lib/people/tables'
import { liveMedia } from '#lib/site/tables'
import { storyMedia } from '#lib/story/tables'

import type { MediaKind } from '../kinds'
import { type Rights, SOON } from '../rights'
import { media } from '../tables'

/** Of which something is to be done, or that nothing shows. */
export const mediaShows = ['expiring', 'expired', 'unused', 'live', 'no-alt'] as const

export type MediaFilter = {
  /** Beginnings of words of any of its fields. */
  words?: string
  kind?: MediaKind
  rights?: Rights
  show?: (typeof mediaShows)[number]
  /** Who put it there: a person's id. */
  by?: string
  /** Put there on these days: from the first instant until before the second. */
  from?: Date
  until?: Date
}

/** Keyset: what was put there before that place, newest first. */
export type MediaPage = { size: number; after?: string }

/**
 * What the actor sees of the library, newest first.
 * @returns what cards show, and the place to go on after; undefined on the last page
 */
export async function listMedia(actor: Actor, filter: MediaFilter, page: MediaPage, now = new Date()) {
  const found = await db
    .select({
      id: media.id,
      kind: media.kind,
      name: media.name,
      alt: media.alt,
      decorative: media.decorative,
      caption: media.caption,
      credit: media.credit,
      rights: media.rights,
      expiresAt: media.expiresAt,
      withheldAt: media.withheldAt,
      width: media.width,
      height: media.height,
      seconds: media.seconds,
      hash: media.hash,
      poster: media.poster,
      colour: media.colour,
      version: media.version,
      createdAt: media.createdAt,
      by: people.name,
      live: liveMedia.subject,
    })
    .from(media)
    .leftJoin(people, eq(people.id, media.createdBy))
    .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
    .where(and(seenBy(actor), matching(filter, now), before(page.after)))
    .orderBy(desc(media.createdAt), desc(media.id))
    .limit(page.size + 1)
  const rows = found.slice(0, page.size).map(({ live, withheldAt, ...row }) => ({
    ...row,
    live: live !== null,
    withheld: withheldAt !== null,
  }))
  const last = rows.at(-1)
  return { rows, next: found.length > page.size && last ? `${last.createdAt.getTime()}.${last.id}` : undefined }
}

export type MediaRow = Awaited<ReturnType<typeof listMedia>>['rows'][number]

/** How many the filter lists for the actor, counted up to `most`. */
export async function countMedia(actor: Actor, filter: MediaFilter, now = new Date(), most = 1000): Promise<number> {
  const some = db
    .select({ id: media.id })
    .from(media)
    .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
    .where(and(seenBy(actor), matching(filter, now)))
    .limit(most)
    .as('some')
  return db.$count(some)
}

/** Who has put something into the library, for its filter. */
export const listUploaders = () =>
  db.selectDistinct({ id: people.id, name: people.name }).from(media).innerJoin(people, eq(people.id, media.createdBy))

const seenBy = (actor: Actor) => (actor.role === 'contributor' ? eq(media.createdBy, actor.id) : undefined)

const DAY = 86_400_000

function matching({ words = '', kind, rights, show, by, from, until }: MediaFilter, now: Date): SQL | undefined {
  return and(
    ...wordsOf(words)
      .slice(0, 12)
      .map((word) => like(media.folded, `% ${word}%`)),
    kind && eq(media.kind, kind),
    rights && eq(media.rights, rights),
    by ? eq(media.createdBy, by) : undefined,
    from && gte(media.createdAt, from),
    until && lt(media.createdAt, until),
    show && showing[show](now),
  )
}

const inNoDraft = () => {
  const stories = db.select({ one: sql`1` }).from(storyMedia).where(eq(storyMedia.mediaId, media.id))
  const pages = db.select({ one: sql`1` }).from(pageMedia).where(eq(pageMedia.mediaId, media.id))
  return and(not(exists(stories)), not(exists(pages)))
}

const showing: Record<NonNullable<MediaFilter['show']>, (now: Date) => SQL | undefined> = {
  expiring: (now) => and(gt(media.expiresAt, now), lte(media.expiresAt, new Date(now.getTime() + SOON * DAY))),
  expired: (now) => lte(media.expiresAt, now),
  unused: () => and(isNull(liveMedia.subject), inNoDraft()),
  live: () => isNotNull(liveMedia.subject),
  'no-alt': () => and(eq(media.kind, 'picture'), eq(media.alt, ''), eq(media.decorative, false)),
}

function before(place?: string) {
  const [, at, id] = /^(\d{1,15})\.([\w-]+)$/.exec(place ?? '') ?? []
  if (!at || !id) return undefined
  const when = new Date(Number(at))
  return or(lt(media.createdAt, when), and(eq(media.createdAt, when), lt(media.id, id)))
}
