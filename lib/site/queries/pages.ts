import { asc, eq, sql } from 'drizzle-orm'

import { among, db, prepared } from '#lib/db/client'
import type { Body } from '#lib/story/document/nodes'

import { linkKey, missing } from '../menu/keys'
import { reader } from '../reader'
import { livePages } from '../tables'
import { itemsOf, type LibraryItem } from './media'

/** A page of the paper's own, as readers get it. */
export type OwnPage = {
  id: string
  slug: string
  title: string
  standfirst: string
  /** BCP 47; '' for the paper's. */
  language: string
  body: Body
  /** What its text shows of the library, as far as readers have it. */
  items: ReadonlyMap<string, LibraryItem>
  updatedAt: Date
}

const columns = { id: livePages.subject, slug: livePages.slug, title: livePages.title }

const pageBySlug = prepared('site_page', (on) =>
  on
    .select({
      ...columns,
      standfirst: livePages.standfirst,
      language: livePages.language,
      body: livePages.body,
      updatedAt: livePages.updatedAt,
    })
    .from(livePages)
    .where(eq(livePages.slug, sql.placeholder('slug'))),
)

const keysAt = ([slug]: [string], found: { id: string } | undefined) => [found ? `page:${found.id}` : `path:/${slug}`]

export const findOwnPage = reader(
  async (slug: string): Promise<OwnPage | undefined> => {
    const [row] = await pageBySlug(db, { slug })
    return row && { ...row, items: await itemsOf(row.body) }
  },
  { keys: keysAt },
)

const standingBySlug = prepared('site_page_standing', (on) =>
  on
    .select({ id: livePages.subject })
    .from(livePages)
    .where(eq(livePages.slug, sql.placeholder('slug'))),
)

/** Whether one stands at the address. */
export const ownPageStands = reader(async (slug: string) => (await standingBySlug(db, { slug }))[0], { keys: keysAt })

const pagesById = prepared('site_pages_by_id', (on) =>
  on.select(columns).from(livePages).where(among(livePages.subject, 'ids')),
)

export type PageLink = Pick<OwnPage, 'id' | 'slug' | 'title'>

/** Pages of the paper's own, by id, for menus, which do not say what stands on them. @param ids joined by spaces */
export const findPages = reader(
  async (ids: string): Promise<PageLink[]> => (ids ? pagesById(db, { ids: JSON.stringify(ids.split(' ')) }) : []),
  {
    keys: ([ids], found) => [
      ...found.map(({ id }) => linkKey('page', id)),
      ...missing(ids, found).map((id) => `page:${id}`),
    ],
  },
)

/** All of them, for sitemaps. */
export const listPages = reader(
  async () =>
    db
      .select({ ...columns, updatedAt: livePages.updatedAt })
      .from(livePages)
      .orderBy(asc(livePages.slug)),
  { keys: () => ['pages:'] },
)
