import { and, eq, inArray } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { media } from '#lib/media/tables'

import { type mediaPlaces, storyMedia } from '../tables'

/** Notes what of the library a working copy uses in one of its places; what is gone from there is left out. */
export async function noteMedia(
  tx: Tx,
  storyId: string,
  place: (typeof mediaPlaces)[number],
  ids: readonly string[],
): Promise<void> {
  const there = and(eq(storyMedia.storyId, storyId), eq(storyMedia.place, place))
  const had = (await tx.select({ id: storyMedia.mediaId }).from(storyMedia).where(there)).map(({ id }) => id)
  const gone = had.filter((id) => !ids.includes(id))
  const added = [...new Set(ids)].filter((id) => !had.includes(id))
  if (gone.length) await tx.delete(storyMedia).where(and(there, inArray(storyMedia.mediaId, gone)))
  const known = added.length ? await tx.select({ id: media.id }).from(media).where(inArray(media.id, added)) : []
  if (known.length) await tx.insert(storyMedia).values(known.map(({ id }) => ({ storyId, mediaId: id, place })))
}
