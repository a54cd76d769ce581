import { and, desc, eq, inArray } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { publications, revisions } from '#lib/publication/tables'

/** Acts that change whether readers have a story, and which text. */
const acts = ['publish', 'update', 'withdraw'] as const

export type LastAct = {
  /** Its place in the publication log. */
  seq: number
  act: (typeof acts)[number]
  /** Who did it; null for the system. */
  by: string | null
  at: Date
  /** Number of the revision that readers got; null for a withdrawal. */
  revision: number | null
}

/** What was done last to what readers have of a story; undefined when nothing ever was. For a story that the caller may read. */
export async function findLastAct(on: Reader, id: string): Promise<LastAct | undefined> {
  const [row] = await on
    .select({
      seq: publications.seq,
      act: publications.act,
      by: people.name,
      at: publications.at,
      revision: revisions.number,
    })
    .from(publications)
    .leftJoin(people, eq(people.id, publications.actorId))
    .leftJoin(revisions, eq(revisions.id, publications.revision))
    .where(and(eq(publications.kind, 'story'), eq(publications.subject, id), inArray(publications.act, [...acts])))
    .orderBy(desc(publications.seq))
    .limit(1)
  return row as LastAct | undefined
}
