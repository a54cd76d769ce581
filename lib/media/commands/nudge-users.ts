import { eq, inArray, or } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { nudge } from '#lib/story/commands/nudge'
import { storyMedia } from '#lib/story/tables'

import { media } from '../tables'

/** Has the open screens of stories that use it, or a film whose poster it is, ask what the library says of it now. */
export async function nudgeUsers(tx: Tx, id: string, now: Date): Promise<void> {
  const films = tx.select({ id: media.id }).from(media).where(eq(media.poster, id))
  const rows = await tx
    .selectDistinct({ story: storyMedia.storyId })
    .from(storyMedia)
    .where(or(eq(storyMedia.mediaId, id), inArray(storyMedia.mediaId, films)))
  for (const { story } of rows) await nudge(tx, story, 'media', now)
}
