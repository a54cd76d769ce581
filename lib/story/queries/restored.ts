import { and, asc, eq, inArray } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { publications } from '#lib/publication/tables'

import { isNoted, type Restored, type StoryDetail } from '../live-versions'

/** What comes back with a story that readers do not have now; undefined for one that they never had. */
export async function findRestored(on: Reader, id: string): Promise<Restored | undefined> {
  const acts = await on
    .select({ seq: publications.seq, at: publications.at, note: publications.note, detail: publications.detail })
    .from(publications)
    .where(
      and(
        eq(publications.kind, 'story'),
        eq(publications.subject, id),
        inArray(publications.act, ['publish', 'update']),
      ),
    )
    .orderBy(asc(publications.seq))
  const [first] = acts
  const corrections = acts.flatMap(({ seq, at, note, detail }) => {
    const { change, place = 'end' }: StoryDetail = detail
    return isNoted(change) ? [{ seq, kind: change, note, place, at: at.toISOString() }] : []
  })
  return first && { publishedAt: first.at.toISOString(), corrections }
}
