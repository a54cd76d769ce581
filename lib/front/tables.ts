import { sql } from 'drizzle-orm'

import { columns as c, index, table, uniqueIndex } from '#lib/db/columns'

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

/** What is done to a front at an hour: readers get the revision, or lose of it what is pinned no longer. */
export const frontActs = ['publish', 'end-pins'] as const
export const frontScheduleStates = ['waiting', 'done', 'cancelled', 'refused', 'failed'] as const

/** What is to happen to a front at its hour, once, and what became of it. Of each act a front has one waiting at a time. */
export const frontSchedules = table(
  'front_schedules',
  {
    id: c.text().primaryKey(),
    frontId: c
      .text()
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    act: c.enum(frontActs).notNull().default('publish'),
    /** The one that readers get; or the one that they have, whose pins end. */
    revision: c
      .int()
      .notNull()
      .references(() => revisions.id),
    dueAt: c.timestamp().notNull(),
    state: c.enum(frontScheduleStates).notNull(),
    /** Why it was refused at its hour, or could not be done. */
    note: c.text().notNull().default(''),
    /** For whom it is done. */
    by: c
      .text()
      .notNull()
      .references(() => people.id),
    at: c.timestamp().notNull(),
    endedAt: c.timestamp(),
    /** Who took it off; null where it ended by itself. */
    endedBy: c.text().references(() => people.id, { onDelete: 'set null' }),
    /** Faults at its hour so far, and when it is tried again. */
    attempts: c.int().notNull().default(0),
    retryAt: c.timestamp(),
  },
  (t) => [
    index('front_schedules_front').on(t.frontId, t.state),
    uniqueIndex('front_schedules_waiting').on(t.frontId, t.act).where(sql`state = 'waiting'`),
    index('front_schedules_due').on(t.dueAt, t.id).where(sql`state = 'waiting'`),
  ],
)
