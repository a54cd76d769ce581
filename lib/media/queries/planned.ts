import { eq } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { frontSchedules } from '#lib/front/tables'
import { revisions } from '#lib/publication/tables'
import { type FrontContent, picturesIn } from '#lib/site/front/content'
import { liftContent, type StoryVersion } from '#lib/story/content'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import { storySchedules } from '#lib/story/tables'

import { media } from '../tables'

/** Whether a story or a front that waits for its hour shows it then, itself or as a film's poster. Few wait at a time. */
export async function isPlanned(on: Reader, id: string): Promise<boolean> {
  const rows = await on
    .select({ schema: revisions.schema, content: revisions.content })
    .from(storySchedules)
    .innerJoin(revisions, eq(revisions.id, storySchedules.revision))
    .where(eq(storySchedules.state, 'waiting'))
  const films = await on.select({ id: media.id }).from(media).where(eq(media.poster, id))
  const shows = new Set([id, ...films.map((film) => film.id)])
  const inStories = rows.some(({ schema, content }) =>
    mediaIdsOf(liftContent(content as StoryVersion, schema)).some((one) => shows.has(one)),
  )
  return inStories || (await isPlannedOnFront(on, shows))
}

async function isPlannedOnFront(on: Reader, shows: ReadonlySet<string>): Promise<boolean> {
  const rows = await on
    .select({ content: revisions.content })
    .from(frontSchedules)
    .innerJoin(revisions, eq(revisions.id, frontSchedules.revision))
    .where(eq(frontSchedules.state, 'waiting'))
  return rows.some(({ content }) => picturesIn(content as FrontContent).some((one) => shows.has(one)))
}
