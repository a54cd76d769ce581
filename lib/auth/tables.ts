import { columns as c, index, table } from '#lib/db/columns'

import { people } from '#lib/people/tables'

/** One row a signed-in browser; checked on every request, so that its end acts on the next one. */
export const sessions = table(
  'sessions',
  {
    id: c.text().primaryKey(), // sha-256 of the token that the cookie carries
    personId: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: c.timestamp().notNull(),
    seenAt: c.timestamp().notNull(),
    expiresAt: c.timestamp().notNull(),
    endedAt: c.timestamp(),
    address: c.text().notNull(),
    agent: c.text().notNull(),
  },
  (t) => [index('sessions_person').on(t.personId, t.seenAt)],
)

/** One-time links: a password reset, an invitation, the welcome of the first admin (without a person). */
export const links = table('links', {
  id: c.text().primaryKey(), // sha-256 of the token
  purpose: c.enum(['reset', 'invite', 'welcome']).notNull(),
  personId: c.text().references(() => people.id, { onDelete: 'cascade' }),
  createdAt: c.timestamp().notNull(),
  expiresAt: c.timestamp().notNull(),
  usedAt: c.timestamp(),
})

/** Fixed-window counters of tries, by account and by address. */
export const attempts = table('attempts', {
  key: c.text().primaryKey(),
  count: c.int().notNull(),
  resetsAt: c.timestamp().notNull(),
})
