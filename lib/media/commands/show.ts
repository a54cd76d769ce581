import { and, eq, inArray } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { cancel, enqueue } from '#lib/jobs/commands'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'
import { liveFrontMedia, liveMedia, livePageMedia, livePeople, liveStoryMedia } from '#lib/site/tables'

import { creditFor, isHandout } from '../credit'
import { liveMediaNoun, type MediaContent } from '../live'
import { listLogos } from '../queries/logos'
import { hasExpired } from '../rights'
import { media } from '../tables'

type Row = typeof media.$inferSelect

/**
 * Lets readers have of the library just what live stories, pages, fronts and bylines show, after one of these has changed: what is shown
 * now and was not, what is shown no longer, and, where it stays, nothing. By the door, in the caller's transaction.
 * @param ids of what may have come or gone
 */
export async function settleMedia(tx: Tx, ids: Iterable<string>, by: string | null, at: Date): Promise<void> {
  const all = [...new Set(ids)]
  if (!all.length) return
  const rows = await tx.select().from(media).where(inArray(media.id, all))
  const used = await usedOf(tx, all)
  const live = await liveOf(tx, all)
  for (const row of rows) {
    const shows = used.has(row.id) && isShowable(row, at)
    if (shows && !live.has(row.id)) await show(tx, row, 'publish', by, at)
    if (!shows && live.has(row.id)) await hide(tx, row.id, by, at)
  }
  // After their films: one that is a main picture, too, was needed by a film until just now.
  await settleMedia(
    tx,
    rows.flatMap(({ poster }) => poster ?? []),
    by,
    at,
  )
}

/** Gives readers what the library says of it now, where they have it. */
export async function updateShown(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  const [row] = await tx.select().from(media).where(eq(media.id, id))
  if (row && (await liveOf(tx, [id])).has(id)) await show(tx, row, 'update', by, at)
}

/** Neither taken from readers by hand nor, where that was asked for, by its time. */
const isShowable = (row: Row, now: Date) =>
  row.withheldAt === null && !(row.onExpiry === 'withdraw' && hasExpired(row, now))

/** Those of the ids that something live shows: a story, a page, a front, a byline, a film whose poster it is, the masthead. */
async function usedOf(tx: Tx, ids: string[]): Promise<Set<string>> {
  const [stories, pages, fronts, faces, posters] = [
    await tx
      .selectDistinct({ id: liveStoryMedia.mediaId })
      .from(liveStoryMedia)
      .where(and(inArray(liveStoryMedia.mediaId, ids), eq(liveStoryMedia.now, true))),
    await tx
      .selectDistinct({ id: livePageMedia.mediaId })
      .from(livePageMedia)
      .where(and(inArray(livePageMedia.mediaId, ids), eq(livePageMedia.now, true))),
    await tx
      .selectDistinct({ id: liveFrontMedia.mediaId })
      .from(liveFrontMedia)
      .where(inArray(liveFrontMedia.mediaId, ids)),
    await tx.selectDistinct({ id: livePeople.face }).from(livePeople).where(inArray(livePeople.face, ids)),
    await tx.selectDistinct({ id: liveMedia.poster }).from(liveMedia).where(inArray(liveMedia.poster, ids)),
  ]
  const shown = [...stories, ...pages, ...fronts, ...faces, ...posters].flatMap(({ id }) => id ?? [])
  return new Set([...shown, ...(await listLogos(tx))])
}

async function liveOf(tx: Tx, ids: string[]): Promise<Set<string>> {
  const rows = await tx.select({ id: liveMedia.subject }).from(liveMedia).where(inArray(liveMedia.subject, ids))
  return new Set(rows.map(({ id }) => id))
}

async function show(tx: Tx, row: Row, act: 'publish' | 'update', by: string | null, at: Date) {
  const content = contentOf(row)
  const kept = { kind: 'media', subject: row.id, schema: 1, content, fingerprint: fingerprint(content) } as const
  const revision = await keepRevision(tx, { ...kept, by, at })
  await release(tx, { act, live: liveMediaNoun, subject: row.id, revision, actorId: by, at })
  if (row.kind === 'picture') await enqueue(tx, aheadJob(row.id), at)
}

/** Files that nearly every reader asks for are made before they do. */
const aheadJob = (id: string) => ({ name: 'make-renditions', payload: { id }, dedupe: `make-renditions:${id}` })

/** They are made when the first reader asks. */
export const leaveToReaders = (tx: Tx, id: string): Promise<void> => cancel(tx, aheadJob(id).dedupe)

const hide = (tx: Tx, subject: string, by: string | null, at: Date) =>
  release(tx, { act: 'withdraw', live: liveMediaNoun, subject, actorId: by, at })

const contentOf = (row: Row): MediaContent => ({
  kind: row.kind,
  file: row.file,
  type: row.type,
  bytes: row.bytes,
  hash: row.hash,
  width: row.width,
  height: row.height,
  seconds: row.seconds,
  colour: row.colour,
  graphic: row.graphic,
  alt: row.decorative ? '' : row.alt,
  caption: row.caption,
  credit: creditFor(row),
  handout: isHandout(row),
  focus: row.focus,
  crops: row.crops,
  poster: row.poster,
  captions: row.captions,
  captionsLanguage: row.captionsLanguage,
})
