import { and, desc, eq, inArray, lt } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { people } from '#lib/people/tables'
import { findRevision } from '#lib/publication/revisions'
import { publications, revisions } from '#lib/publication/tables'
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
  const found = await db
    .select({ id: revisions.id, number: revisions.number, at: revisions.at, by: people.name })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.by))
    .where(
      and(
        eq(revisions.kind, 'front'),
        eq(revisions.subject, id),
        before === undefined ? undefined : lt(revisions.number, before),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(size + 1)
  const rows = found.slice(0, size)
  const ids = rows.map((row) => row.id)
  const given = new Set(await givenOf(id, ids))
  const planned = new Set(await plannedOf(ids))
  const versions = rows.map(
    ({ id: revision, ...row }): FrontVersion => ({
      ...row,
      was: given.has(revision) ? 'readers' : planned.has(revision) ? 'scheduled' : 'kept',
    }),
  )
  return { versions, next: found.length > size ? rows.at(-1)?.number : undefined }
}

async function givenOf(id: string, ids: number[]): Promise<(number | null)[]> {
  if (!ids.length) return []
  const rows = await db
    .selectDistinct({ revision: publications.revision })
    .from(publications)
    .where(and(eq(publications.kind, 'front'), eq(publications.subject, id), inArray(publications.revision, ids)))
  return rows.map(({ revision }) => revision)
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
