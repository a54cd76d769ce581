import { columns as c, table } from '#lib/db/columns'

import { people } from '#lib/people/tables'
import type { FrontContent } from '#lib/site/front/content'

/** Fronts as editors work on them; what readers have is the revision that the door gave them. */
export const fronts = table('fronts', {
  id: c.text().primaryKey(), // `home`, `section:<id>`, `topic:<id>`
  content: c.json<FrontContent>().notNull(),
  /** Of the content; beside that of what readers have it tells whether changes wait. */
  fingerprint: c.text().notNull(),
  editedBy: c.text().references(() => people.id, { onDelete: 'set null' }),
  editedAt: c.timestamp().notNull(),
  version: c.int().notNull().default(1),
})
