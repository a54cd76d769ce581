import { columns as c, table } from '#lib/db/columns'

/** The paper's settings: one row, id `paper`. */
export const settings = table('settings', {
  id: c.text().primaryKey(),
  name: c.text().notNull(),
  timezone: c.text().notNull(), // IANA name
  language: c.text().notNull(), // BCP 47
  version: c.int().notNull().default(1),
})
