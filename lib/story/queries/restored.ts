import { and, asc, eq, inArray } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { publications, revisions } from '#lib/publication/tables'

import { liftContent, type StoryVersion } from '../content'
import { isNoted, type Restored, type StoryDetail } from '../live-versions'

/**
 * What comes back with a story that readers do not have now; undefined for one that they never had.
 * @param isAsItWas whether it comes back with the text that they had last, and without a note
 */
export async function findRestored(
  on: Reader,
  id: string,
  isAsItWas: (last: StoryVersion) => boolean,
): Promise<Restored | undefined> {
  const acts = await on
    .select({
      seq: publications.seq,
      act: publications.act,
      at: publications.at,
      note: publications.note,
      detail: publications.detail,
      revision: publications.revision,
    })
    .from(publications)
    .where(
      and(
        eq(publications.kind, 'story'),
        eq(publications.subject, id),
        inArray(publications.act, ['publish', 'update', 'withdraw']),
      ),
    )
    .orderBy(asc(publications.seq))
  const given = acts.filter(({ act }) => act !== 'withdraw')
  const [first] = given
  if (!first) return undefined
  const corrections = given.flatMap(({ seq, at, note, detail }) => {
    const { change, place = 'end' }: StoryDetail = detail
    return isNoted(change) ? [{ seq, kind: change, note, place, at: at.toISOString() }] : []
  })
  const { updatedAt }: StoryDetail = acts.at(-1)?.detail ?? {}
  const last = updatedAt && (await findVersion(on, given.at(-1)?.revision))
  return {
    publishedAt: first.at.toISOString(),
    ...(last && isAsItWas(last) && { updatedAt }),
    corrections,
  }
}

async function findVersion(on: Reader, id: number | null = null): Promise<StoryVersion | undefined> {
  if (id === null) return undefined
  const [row] = await on
    .select({ schema: revisions.schema, content: revisions.content })
    .from(revisions)
    .where(eq(revisions.id, id))
  return row && liftContent(row.content as StoryVersion, row.schema)
}
