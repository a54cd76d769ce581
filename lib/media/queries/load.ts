import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayEditMedia, mayUseMedia } from '#lib/auth/permissions'
import type { Reader } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'
import { liveMedia } from '#lib/site/tables'

import { media } from '../tables'
import { isPlanned } from './planned'

export type LoadedMedia = Awaited<ReturnType<typeof loadMedia>>

/**
 * Something of the library as it stands, and whether readers have it.
 * @throws Refusal `not-found`, also for what the actor may not know of
 */
export async function loadMedia(on: Reader, actor: Actor, id: string) {
  const [row] = await on
    .select({ media, live: liveMedia.subject })
    .from(media)
    .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
    .where(eq(media.id, id))
  if (!row || !mayUseMedia(actor, row.media)) throw notFound('This picture')
  return { ...row.media, live: row.live !== null }
}

/** @throws Refusal `not-found`, `forbidden` */
export async function loadForEdit(on: Reader, actor: Actor, id: string): Promise<LoadedMedia> {
  const found = await loadMedia(on, actor, id)
  if (await mayEditNow(on, actor, found)) return found
  throw new Refusal(
    'forbidden',
    found.live || found.createdBy === actor.id
      ? 'Readers see this, or will at an hour that is set: only editors change what is said of it.'
      : 'Only who put it here, and editors, change what is said of it.',
  )
}

/** What an editor has let through for an hour to come is what readers get then. */
export async function mayEditNow(
  on: Reader,
  actor: Actor,
  found: { id: string; createdBy: string | null; live: boolean },
): Promise<boolean> {
  if (!mayEditMedia(actor, found)) return false
  return mayEditMedia(actor, { createdBy: null, live: true }) || !(await isPlanned(on, found.id))
}
