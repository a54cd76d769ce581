import { columns as c, table } from '#lib/db/columns'

/** The paper's settings: one row, id `paper`. */
export const settings = table('settings', {
  id: c.text().primaryKey(),
  name: c.text().notNull(),
  timezone: c.text().notNull(), // IANA name
  language: c.text().notNull(), // BCP 47
  /** For how many days the audit keeps acts, and addresses and browsers in it; null: for ever, and as long as the act. */
  auditDays: c.int(),
  personalDays: c.int(),
  version: c.int().notNull().default(1),
})
