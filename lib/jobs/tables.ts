import { sql } from 'drizzle-orm'

import { columns as c, index, table, uniqueIndex } from '#lib/db/columns'

/** Work to be done after a commit, at `dueAt` or later, by whichever process comes first. */
export const jobs = table(
  'jobs',
  {
    id: c.sequence(),
    name: c.text().notNull(),
    payload: c.json<unknown>().notNull(),
    dueAt: c.timestamp().notNull(),
    /** Until then the worker of the last attempt has it; null while it waits. */
    leaseUntil: c.timestamp(),
    /** Counted when claimed; the number fences off a worker whose lease ran out. */
    attempts: c.int().notNull().default(0),
    /** One open job at most for each value. */
    dedupe: c.text(),
    /** Asked for once more while it was running: done, it starts over. */
    again: c.bool().notNull().default(false),
    createdAt: c.timestamp().notNull(),
    doneAt: c.timestamp(),
    /** Given up. */
    failedAt: c.timestamp(),
    error: c.text(),
  },
  (t) => [
    uniqueIndex('jobs_dedupe').on(t.dedupe).where(sql`done_at is null and failed_at is null`),
    index('jobs_due').on(t.dueAt, t.id).where(sql`done_at is null and failed_at is null`),
  ],
)

/** A jump of the system's clock: what is planned for an hour waits until the clock is back, or an editor says that it is right. */
export const clockHolds = table('clock_holds', {
  id: c.sequence(),
  at: c.timestamp().notNull(), // by the clock that jumped
  /** By how many milliseconds, forwards or back. */
  jump: c.int().notNull(),
  /** Of the clock before it jumped, against the machine's count since it was started; milliseconds. */
  offset: c.int().notNull(),
  endedAt: c.timestamp(),
  endedBy: c.text(), // person id; null when the clock came back by itself
})
