import type { Reader } from '#lib/db/client'
import { namesOf } from '#lib/people/queries'
import { listRevisions } from '#lib/publication/queries'

import { type DraftRef, readRef } from '../ref'
import { plannedOf } from './plans'

/** A revision of a front, page or menu: what became of it, or that it is what stood before another was restored. */
export type DraftVersion = {
  number: number
  at: Date
  by: string | null
  was: 'readers' | 'scheduled' | 'kept'
}

/** Its revisions, newest first; whoever asks may edit it. @param before goes on before that number */
export async function listDraftVersions(on: Reader, draft: DraftRef, page: { size: number; before?: number }) {
  const { kind, id } = readRef(draft)
  const { versions, next } = await listRevisions(on, kind, id, page)
  const names = await namesOf(
    on,
    versions.flatMap(({ by }) => by ?? []),
  )
  const planned = await plannedOf(
    on,
    versions.map((version) => version.id),
  )
  return {
    versions: versions.map(
      ({ id: revision, given, by, ...row }): DraftVersion => ({
        ...row,
        by: by === null ? null : (names.get(by) ?? null),
        was: given ? 'readers' : planned.has(revision) ? 'scheduled' : 'kept',
      }),
    ),
    next,
  }
}
