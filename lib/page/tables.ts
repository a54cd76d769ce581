import { columns as c, index, table } from '#lib/db/columns'

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
