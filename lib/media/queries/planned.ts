import { eq } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { revisions } from '#lib/publication/tables'
import { liftContent, type StoryVersion } from '#lib/story/content'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import { storySchedules } from '#lib/story/tables'

import { media } from '../tables'

/** Whether a story that waits for its hour shows it then, itself or as a film's poster. Few wait at a time. */
export async function isPlanned(on: Reader, id: string): Promise<boolean> {
  const rows = await on
    .select({ schema: revisions.schema, content: revisions.content })
    .from(storySchedules)
    .innerJoin(revisions, eq(revisions.id, storySchedules.revision))
    .where(eq(storySchedules.state, 'waiting'))
  const films = await on.select({ id: media.id }).from(media).where(eq(media.poster, id))
  const shows = new Set([id, ...films.map((film) => film.id)])
  return rows.some(({ schema, content }) =>
    mediaIdsOf(liftContent(content as StoryVersion, schema)).some((one) => shows.has(one)),
  )
}
