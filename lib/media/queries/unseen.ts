import { and, eq, inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayUseMedia } from '#lib/auth/permissions'
import type { Reader } from '#lib/db/client'
import { liveMedia } from '#lib/site/tables'
import { storyMedia } from '#lib/story/tables'

import { media } from '../tables'

type Sight = {
  id: string /** In the library. */
  opens: boolean /** There, as a reader, or in the working copy. */
  sees: boolean
}

/** How the actor sees those of the ids that there are, beside a story that they read. */
export async function listSights(on: Reader, actor: Actor, storyId: string, ids: readonly string[]): Promise<Sight[]> {
  if (!ids.length) return []
  const rows = await on
    .selectDistinct({ id: media.id, createdBy: media.createdBy, live: liveMedia.subject, story: storyMedia.storyId })
    .from(media)
    .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
    .leftJoin(storyMedia, and(eq(storyMedia.mediaId, media.id), eq(storyMedia.storyId, storyId)))
    .where(inArray(media.id, [...ids]))
  return rows.map((row) => {
    const opens = mayUseMedia(actor, row)
    return { id: row.id, opens, sees: opens || row.live !== null || row.story !== null }
  })
}

/** Those of the ids that the actor sees neither in the library, nor as a reader, nor in the story's working copy. */
export async function listUnseen(on: Reader, actor: Actor, storyId: string, ids: readonly string[]): Promise<string[]> {
  const sights = await listSights(on, actor, storyId, ids)
  return sights.filter(({ sees }) => !sees).map(({ id }) => id)
}
