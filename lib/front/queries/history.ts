import { inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import { listRevisions } from '#lib/publication/queries'
import { findRevision } from '#lib/publication/revisions'
import { type FrontContent, placedIn } from '#lib/site/front/content'

import { frontSchedules } from '../tables'
import { namesOfSources } from './about'
import { loadFront } from './load'
import { tellStories } from './stories'

/** A revision of a front: what became of it, or that it is what stood before another was restored. */
export type FrontVersion = {
  number: number
  at: Date
  by: string | null
  was: 'readers' | 'scheduled' | 'kept'
}

/** A front's revisions, newest first. @param before goes on before that number */
export async function listFrontVersions(actor: Actor, id: string, { size, before }: { size: number; before?: number }) {
  await loadFront(db, actor, id)
  const { versions, next } = await listRevisions(db, 'front', id, { size, before })
  const names = await namesOf(
    db,
    versions.flatMap(({ by }) => by ?? []),
  )
  const planned = new Set(await plannedOf(versions.map((version) => version.id)))
  return {
    versions: versions.map(
      ({ id: revision, given, by, ...row }): FrontVersion => ({
        ...row,
        by: by === null ? null : (names.get(by) ?? null),
        was: given ? 'readers' : planned.has(revision) ? 'scheduled' : 'kept',
      }),
    ),
    next,
  }
}

async function plannedOf(ids: number[]): Promise<number[]> {
  if (!ids.length) return []
  const rows = await db
    .selectDistinct({ revision: frontSchedules.revision })
    .from(frontSchedules)
    .where(inArray(frontSchedules.revision, ids))
  return rows.map(({ revision }) => revision)
}

/** One of them, with what the actor may know of the stories in it. @throws Refusal `not-found` */
export async function findFrontVersion(actor: Actor, id: string, number: number) {
  await loadFront(db, actor, id)
  const kept = await findRevision(db, 'front', id, number)
  if (!kept) throw notFound('This revision')
  const content = kept.content as FrontContent
  return {
    content,
    stories: await tellStories(
      db,
      actor,
      placedIn(content).map(({ story }) => story),
    ),
    names: [...(await namesOfSources(db, content))],
  }
}
