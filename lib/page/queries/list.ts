import { desc, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensureMayEditPaper } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { listWaiting } from '#lib/draft/queries/plans'
import { people } from '#lib/people/tables'
import { findLastAct, findShown } from '#lib/publication/queries'

import { pagePath } from '../content'
import { pages } from '../tables'

export type ListedPage = {
  id: string
  title: string
  path: string
  /** Since when readers have what they have. */
  live?: { at: Date }
  /** When it was taken from them, where they have it no more. */
  gone?: { at: Date }
  waiting: boolean
  /** When its publication is planned for. */
  scheduled?: Date
  edited: { at: Date; by: string | null }
}

/** All pages of the paper's own, those edited last first. */
export async function listPages(actor: Actor): Promise<ListedPage[]> {
  ensureMayEditPaper(actor)
  const rows = await db
    .select({
      id: pages.id,
      content: pages.content,
      fingerprint: pages.fingerprint,
      editedAt: pages.editedAt,
      by: people.name,
    })
    .from(pages)
    .leftJoin(people, eq(people.id, pages.editedBy))
    .orderBy(desc(pages.editedAt), desc(pages.id))
  const planned = await listWaiting(db)
  const listed: ListedPage[] = []
  for (const { id, content, fingerprint, editedAt, by } of rows) {
    const shown = await findShown(db, 'page', id)
    const last = shown ? undefined : await findLastAct(db, 'page', id)
    listed.push({
      ...{ id, title: content.title, path: pagePath(content), edited: { at: editedAt, by } },
      live: shown && { at: shown.at },
      gone: last && { at: last.at },
      waiting: shown?.fingerprint !== fingerprint,
      scheduled: planned.find(({ draft }) => draft === `page:${id}`)?.dueAt,
    })
  }
  return listed
}
