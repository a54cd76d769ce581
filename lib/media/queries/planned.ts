import { eq } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { readRef } from '#lib/draft/ref'
import { draftSchedules } from '#lib/draft/tables'
import { liftPage, type PageContent, shownBy } from '#lib/page/content'
import { revisions } from '#lib/publication/tables'
import { type FrontContent, picturesIn } from '#lib/site/front/content'
import { liftContent, type StoryVersion } from '#lib/story/content'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import { storySchedules } from '#lib/story/tables'

import { media } from '../tables'

/** Whether a story, a front or a page that waits for its hour shows it then, itself or as a film's poster. Few wait at a time. */
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
  return inStories || (await isPlannedInDraft(on, shows))
}

async function isPlannedInDraft(on: Reader, shows: ReadonlySet<string>): Promise<boolean> {
  const rows = await on
    .select({ draft: draftSchedules.draft, schema: revisions.schema, content: revisions.content })
    .from(draftSchedules)
    .innerJoin(revisions, eq(revisions.id, draftSchedules.revision))
    .where(eq(draftSchedules.state, 'waiting'))
  return rows.some(({ draft, schema, content }) => {
    const { kind } = readRef(draft)
    if (kind === 'front') return picturesIn(content as FrontContent).some((one) => shows.has(one))
    return (
      kind === 'page' && mediaIdsOf(shownBy(liftPage(content as PageContent, schema))).some((one) => shows.has(one))
    )
  })
}
