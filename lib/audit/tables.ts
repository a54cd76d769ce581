import { columns as c, index, table } from '#lib/db/columns'

/** Append-only, HMAC-chained from the first row; ids only. `hash` covers every other column and the previous hash. */
export const audit = table(
  'audit',
  {
    seq: c.int().primaryKey(), // explicit, 1, 2, 3 …: a gap shows
    at: c.int().notNull(), // milliseconds: hashed as a number
    actorId: c.text(),
    act: c.text().notNull(),
    subject: c.text().notNull(), // `story:abc`
    detail: c.text().notNull(), // JSON as hashed
    hash: c.text().notNull(),
  },
  (t) => [
    index('audit_subject').on(t.subject, t.seq),
    index('audit_actor').on(t.actorId, t.seq),
    index('audit_act').on(t.act, t.seq),
    index('audit_at').on(t.at, t.seq),
  ],
)

/** Personal data of an entry (address, browser), outside the chain so that it can be erased. */
export const auditPersonal = table('audit_personal', {
  seq: c
    .int()
    .primaryKey()
    .references(() => audit.seq, { onDelete: 'restrict' }),
  address: c.text().notNull(),
  agent: c.text().notNull(),
})
