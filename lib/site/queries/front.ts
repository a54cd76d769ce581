import { and, count, eq, gte, sql } from 'drizzle-orm'

import { among, db, prepared } from '#lib/db/client'

import type { FrontContent } from '../front/content'
import { reader } from '../reader'
import { liveFronts, liveStoryMedia } from '../tables'

const bySubject = prepared('site_front', (on) =>
  on
    .select({ containers: liveFronts.containers })
    .from(liveFronts)
    .where(eq(liveFronts.subject, sql.placeholder('id'))),
)

/** A front that editors have made, as readers have it. @param id `home`, `section:<id>` or `topic:<id>` */
export const findFront = reader(
  async (id: string): Promise<FrontContent | undefined> => (await bySubject(db, { id }))[0],
  { keys: ([id]) => [`front:${id}`] },
)

const withPictures = prepared('site_rich', (on) =>
  on
    .select({ id: liveStoryMedia.subject })
    .from(liveStoryMedia)
    .where(and(among(liveStoryMedia.subject, 'ids'), eq(liveStoryMedia.now, true)))
    .groupBy(liveStoryMedia.subject)
    .having(gte(count(), sql.placeholder('least'))),
)

/** Those of the stories that show at least so much of the library. @param ids joined by spaces */
export const listRich = reader(
  async (ids: string, least: number): Promise<string[]> =>
    (await withPictures(db, { ids: JSON.stringify(ids.split(' ').filter(Boolean)), least })).map(({ id }) => id),
  { keys: ([ids]) => ids.split(' ').flatMap((id) => (id ? `story:${id}` : [])) },
)
