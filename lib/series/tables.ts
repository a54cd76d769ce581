import { columns as c, table, uniqueIndex } from '#lib/db/columns'

/** Series as the desk makes them; readers have what was published last. */
export const series = table(
  'series',
  {
    id: c.text().primaryKey(),
    slug: c.text().notNull(),
    name: c.text().notNull(),
    standfirst: c.text().notNull().default(''),
    /** Story ids in the order of the parts. */
    parts: c.json<string[]>().notNull().default([]),
    version: c.int().notNull().default(1),
    createdAt: c.timestamp().notNull(),
  },
  (t) => [uniqueIndex('series_slug').on(t.slug)],
)
