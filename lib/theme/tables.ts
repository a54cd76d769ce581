import { columns as c, table } from '#lib/db/columns'
import type { Theme } from '#lib/site/theme/content'

/** What the paper looks like: one row, id `paper`; none until somebody has chosen something. */
export const themes = table('themes', {
  id: c.text().primaryKey(),
  content: c.json<Theme>().notNull(),
  version: c.int().notNull().default(1),
})
