import { columns as c, index, table } from '#lib/db/columns'

import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'
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

/** What waits for its hour: a pinned revision of a front. A front has one at a time. */
export const frontSchedules = table(
  'front_schedules',
  {
    id: c.text().primaryKey(),
    frontId: c
      .text()
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    revision: c
      .int()
      .notNull()
      .references(() => revisions.id),
    dueAt: c.timestamp().notNull(),
    state: c.enum(['waiting', 'done', 'cancelled', 'refused']).notNull(),
    /** Why it was refused at its hour. */
    note: c.text().notNull().default(''),
    by: c
      .text()
      .notNull()
      .references(() => people.id),
    at: c.timestamp().notNull(),
  },
  (t) => [index('front_schedules_front').on(t.frontId, t.state)],
)
