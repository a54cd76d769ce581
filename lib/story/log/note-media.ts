import { and, eq, inArray } from 'drizzle-orm'

import { mayUseMedia } from '#lib/auth/permissions'
import type { Tx } from '#lib/db/client'
import { media } from '#lib/media/tables'
import { people } from '#lib/people/tables'
import { liveMedia } from '#lib/site/tables'

import { nudge } from '../commands/nudge'
import { type mediaPlaces, storyMedia } from '../tables'
import { storyLog } from './tables'

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
  const known = added.length
    ? await tx
        .select({ id: media.id, createdBy: media.createdBy, live: liveMedia.subject })
        .from(media)
        .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
        .where(inArray(media.id, added))
    : []
  const noted = place === 'text' ? await putBySeers(tx, storyId, known) : known
  // Who sees some of it in this story alone was told nothing of it before.
  if (place === 'text' && noted.some(({ live }) => live === null)) await nudge(tx, storyId, 'media', new Date())
  if (noted.length) await tx.insert(storyMedia).values(noted.map(({ id }) => ({ storyId, mediaId: id, place })))
}

type Known = { id: string; createdBy: string | null; live: string | null }

/**
 * Without what nobody put into the text who sees it in the library. Whoever reads a story is shown what is noted of it:
 * who knows no more of something than its id, from a page that had it once, would see it by writing that down.
 */
async function putBySeers(tx: Tx, storyId: string, known: Known[]): Promise<Known[]> {
  if (known.every(({ live }) => live !== null)) return known
  const rows = await tx
    .select({ update: storyLog.update, id: people.id, role: people.role })
    .from(storyLog)
    .innerJoin(people, eq(people.id, storyLog.by))
    .where(and(eq(storyLog.storyId, storyId), eq(storyLog.fork, '')))
  // An update has the ids that it puts there as they are.
  const puts = (update: Uint8Array, id: string) =>
    Buffer.from(update.buffer, update.byteOffset, update.length).includes(id)
  return known.filter(
    (one) =>
      one.live !== null || rows.some(({ update, ...person }) => mayUseMedia(person, one) && puts(update, one.id)),
  )
}
