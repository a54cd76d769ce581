import { eq } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { revisions } from '#lib/publication/tables'
import { liftContent, type StoryVersion } from '#lib/story/content'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import { storySchedules } from '#lib/story/tables'

/** Whether a story that waits for its hour shows it then. Few wait at a time. */
export async function isPlanned(on: Reader, id: string): Promise<boolean> {
  const rows = await on
    .select({ schema: revisions.schema, content: revisions.content })
    .from(storySchedules)
    .innerJoin(revisions, eq(revisions.id, storySchedules.revision))
    .where(eq(storySchedules.state, 'waiting'))
  return rows.some(({ schema, content }) => mediaIdsOf(liftContent(content as StoryVersion, schema)).includes(id))
}
