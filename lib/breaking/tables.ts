import { columns as c, index, table } from '#lib/db/columns'
import { people } from '#lib/people/tables'
import type { Bar } from '#lib/site/breaking'

/** The breaking bar as the desk knows it: one row, id `bar`; without content while readers have none. */
export const breakingBars = table(
  'breaking_bars',
  {
    id: c.text().primaryKey(),
    content: c.json<Bar>(),
    /** When it goes by itself; null where somebody takes it down. */
    until: c.timestamp(),
    setBy: c.text().references(() => people.id, { onDelete: 'set null' }),
    setAt: c.timestamp().notNull(),
    version: c.int().notNull().default(1),
  },
  (t) => [index('breaking_bars_until').on(t.until)],
)
