import { and, eq, ne } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensureMayEditPaper } from '#lib/auth/permissions'
import type { Reader } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { findKnown } from '#lib/media/queries/known'
import { sections } from '#lib/section/tables'
import { livePageMedia, livePages } from '#lib/site/tables'
import { mediaIdsOf } from '#lib/story/document/media-uses'

import type { About } from '../checks'
import { liftPage, type PageContent, shownBy } from '../content'
import { pages } from '../tables'

const columns = {
  id: pages.id,
  content: pages.content,
  schema: pages.schema,
  fingerprint: pages.fingerprint,
  editedBy: pages.editedBy,
  editedAt: pages.editedAt,
  version: pages.version,
}

/** A page as its editors have it. @throws Refusal `not-found`, also for whoever may not edit pages */
export async function loadPage(on: Reader, actor: Actor, id: string) {
  ensureMayEditPaper(actor)
  const [row] = await on.select(columns).from(pages).where(eq(pages.id, id))
  if (!row) throw notFound('This page')
  const { schema, ...page } = row
  return { ...page, content: liftPage(page.content, schema) }
}

/** What of the paper stands at an address already: a section, or another page that readers have. @param id of the page that asks */
export async function findHolder(on: Reader, slug: string, id: string): Promise<string | undefined> {
  const [section] = await on.select({ name: sections.name }).from(sections).where(eq(sections.slug, slug))
  if (section) return `The section ${section.name}`
  const [page] = await on
    .select({ title: livePages.title })
    .from(livePages)
    .where(and(eq(livePages.slug, slug), ne(livePages.subject, id)))
  return page && `The page “${page.title}”`
}

/** What a page's checks must know besides what it says. */
export const findAbout = async (on: Reader, id: string, content: PageContent): Promise<About> => ({
  holder: await findHolder(on, content.slug, id),
  library: await findKnown(on, id, mediaIdsOf(shownBy(content))),
})

/** Ids of what readers are shown of the library by a page. */
export async function shownByLive(on: Reader, id: string): Promise<string[]> {
  const rows = await on
    .select({ mediaId: livePageMedia.mediaId })
    .from(livePageMedia)
    .where(eq(livePageMedia.subject, id))
  return rows.map(({ mediaId }) => mediaId)
}
