import { columns as c, index, primaryKey, table } from '#lib/db/columns'
import { media } from '#lib/media/tables'

import type { PageContent } from './content'

/** Pages of the paper's own as editors work on them; what readers have is the revision that the door gave them. */
export const pages = table(
  'pages',
  {
    id: c.text().primaryKey(),
    content: c.json<PageContent>().notNull(),
    /** Of the document in it. */
    schema: c.int().notNull(),
    /** Of the content; beside that of what readers have it tells whether changes wait. */
    fingerprint: c.text().notNull(),
    editedBy: c.text(), // person id; null for the system
    editedAt: c.timestamp().notNull(),
    version: c.int().notNull().default(1),
  },
  (t) => [index('pages_edited').on(t.editedAt, t.id)],
)

/** What drafts of pages show of the library. */
export const pageMedia = table(
  'page_media',
  {
    pageId: c
      .text()
      .notNull()
      .references(() => pages.id, { onDelete: 'cascade' }),
    mediaId: c
      .text()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.pageId, t.mediaId] }), index('page_media_media').on(t.mediaId)],
)
