import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { ifFound } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import { listRevisions } from '#lib/publication/queries'

import type { Noun } from '../noun'
import { plannedOf } from './plans'

/** A revision of a front, page or menu: what became of it, or that it is what stood before another was restored. */
export type DraftVersion = {
  number: number
  at: Date
  by: string | null
  was: 'readers' | 'scheduled' | 'kept'
}

type Of = Pick<Noun<unknown>, 'kind' | 'load'>

/** The version of a draft, for a screen that asks whether a colleague has changed it; undefined for whoever may not edit it. */
export const findDraftVersion = async ({ load }: Of, actor: Actor, id: string): Promise<number | undefined> =>
  (await ifFound(load(db, actor, id)))?.version

/**
 * A draft's revisions, newest first.
 * @param page `before` goes on before that number
 * @throws Refusal `not-found`, also for whoever may not edit it
 */
export async function listDraftVersions(
  { kind, load }: Of,
  actor: Actor,
  id: string,
  page: { size: number; before?: number | undefined },
) {
  await load(db, actor, id)
  const { versions, next } = await listRevisions(db, kind, id, page)
  const names = await namesOf(
    db,
    versions.flatMap(({ by }) => by ?? []),
  )
  const planned = await plannedOf(
    db,
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
