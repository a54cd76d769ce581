import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { findPlanShown } from '#lib/draft/queries/plans'
import { ifFound, notFound } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import { findLastAct, findShown } from '#lib/publication/queries'
import { findRevision } from '#lib/publication/revisions'

import { pageProblems } from '../checks'
import { liftPage, type PageContent, pagePath } from '../content'
import { findAbout, loadPage } from './load'

/**
 * All that the screen of a page shows; undefined where there is none, or none that the actor may edit.
 * `waiting`: the draft says something else than readers have.
 */
export async function findPage(actor: Actor, id: string, now = new Date()) {
  const page = await ifFound(loadPage(db, actor, id))
  if (!page) return undefined
  const { fingerprint, editedBy, editedAt, ...rest } = page
  const shown = await findShown(db, 'page', id)
  const last = await findLastAct(db, 'page', id)
  const names = await namesOf(
    db,
    [editedBy, last?.by].flatMap((one) => one ?? []),
  )
  const by = last?.by ? (names.get(last.by) ?? null) : null
  const readers = shown && liftPage(shown.content as PageContent, shown.schema)
  return {
    ...rest,
    edited: { at: editedAt, by: editedBy === null ? null : (names.get(editedBy) ?? null) },
    /** What readers have of it. */
    live: shown && readers && { seq: shown.seq, revision: shown.number, at: shown.at, by, path: pagePath(readers) },
    readers: readers ?? null,
    /** When it was taken from readers, where they have had it. */
    gone: last && !shown ? { at: last.at, by } : undefined,
    waiting: shown?.fingerprint !== fingerprint,
    plan: await findPlanShown(db, `page:${id}`, fingerprint),
    problems: pageProblems(rest.content, await findAbout(db, id, rest.content), now),
  }
}

export type PageNow = NonNullable<Awaited<ReturnType<typeof findPage>>>

/** What one of a page's revisions says. @throws Refusal `not-found` */
export async function findPageContent(actor: Actor, id: string, number: number): Promise<PageContent> {
  await loadPage(db, actor, id)
  const kept = await findRevision(db, 'page', id, number)
  if (!kept) throw notFound('This revision')
  return liftPage(kept.content as PageContent, kept.schema)
}
