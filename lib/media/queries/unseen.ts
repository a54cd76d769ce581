import { and, eq, inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayUseMedia } from '#lib/auth/permissions'
import type { Reader } from '#lib/db/client'
import { liveMedia } from '#lib/site/tables'
import { storyMedia } from '#lib/story/tables'

import { media } from '../tables'

/** Those of the ids that the actor sees neither in the library, nor as a reader, nor in the story's working copy. */
export async function listUnseen(on: Reader, actor: Actor, storyId: string, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await on
    .select({ id: media.id, createdBy: media.createdBy, live: liveMedia.subject, story: storyMedia.storyId })
    .from(media)
    .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
    .leftJoin(storyMedia, and(eq(storyMedia.mediaId, media.id), eq(storyMedia.storyId, storyId)))
    .where(inArray(media.id, [...ids]))
  return rows.filter((row) => !(row.live || row.story || mayUseMedia(actor, row))).map(({ id }) => id)
}
