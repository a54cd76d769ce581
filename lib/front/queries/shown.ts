import { and, desc, eq, inArray } from 'drizzle-orm'

import type { Reader } from '#lib/db/client'
import { publications, revisions, showing } from '#lib/publication/tables'
import type { FrontContent } from '#lib/site/front/content'
import { liveFrontMedia } from '#lib/site/tables'

import type { FrontDetail } from '../live'

/** The last act on what readers have of a front; `revision` is null where it is made by rule since. */
export async function findLastAct(on: Reader, id: string) {
  const [last] = await on
    .select({
      seq: publications.seq,
      revision: publications.revision,
      at: publications.at,
      by: publications.actorId,
      detail: publications.detail,
    })
    .from(publications)
    .where(and(eq(publications.kind, 'front'), eq(publications.subject, id), inArray(publications.act, [...showing])))
    .orderBy(desc(publications.seq))
    .limit(1)
  return last && { ...last, withheld: (last.detail as FrontDetail).withheld ?? [] }
}

/** The revision of a front that readers have; undefined where it is made by rule. */
export async function findShown(on: Reader, id: string) {
  const last = await findLastAct(on, id)
  if (!last || last.revision === null) return undefined
  const [row] = await on
    .select({ number: revisions.number, content: revisions.content, fingerprint: revisions.fingerprint })
    .from(revisions)
    .where(eq(revisions.id, last.revision))
  if (!row) throw new Error(`revision ${last.revision} of front ${id} is missing`)
  const { seq, revision, at, by, withheld } = last
  return { ...{ seq, at, by, withheld, id: revision }, ...row, content: row.content as FrontContent }
}

/** Ids of what readers are shown of the library by a front itself. */
export async function shownPictures(on: Reader, id: string): Promise<string[]> {
  const rows = await on
    .select({ mediaId: liveFrontMedia.mediaId })
    .from(liveFrontMedia)
    .where(eq(liveFrontMedia.subject, id))
  return rows.map(({ mediaId }) => mediaId)
}
