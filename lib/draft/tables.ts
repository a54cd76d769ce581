import { sql } from 'drizzle-orm'

import { columns as c, index, table, uniqueIndex } from '#lib/db/columns'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'

import type { DraftRef } from './ref'

/** What is done at an hour: readers get the revision, or lose of a front what is pinned no longer. */
const acts = ['publish', 'end-pins'] as const
const states = ['waiting', 'done', 'cancelled', 'refused', 'failed'] as const

/** What is to happen to a front, page or menu at its hour, once, and what became of it. Of each act one waits at a time. */
export const draftSchedules = table(
  'draft_schedules',
  {
    id: c.text().primaryKey(),
    draft: c.text().$type<DraftRef>().notNull(),
    act: c.enum(acts).notNull().default('publish'),
    /** The one that readers get; or the one that they have, whose pins end. */
    revision: c
      .int()
      .notNull()
      .references(() => revisions.id),
    dueAt: c.timestamp().notNull(),
    state: c.enum(states).notNull(),
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
    index('draft_schedules_draft').on(t.draft, t.state),
    uniqueIndex('draft_schedules_waiting').on(t.draft, t.act).where(sql`state = 'waiting'`),
    index('draft_schedules_due').on(t.dueAt, t.id).where(sql`state = 'waiting'`),
  ],
)
