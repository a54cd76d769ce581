import { columns as c, index, table } from '#lib/db/columns'
import { people } from '#lib/people/tables'
import { stories } from '#lib/story/tables'

export const reportStates = ['open', 'done', 'spam'] as const
export type ReportState = (typeof reportStates)[number]

/** What readers say is wrong in a story: for the desk alone, and for a time. */
export const reports = table(
  'reports',
  {
    id: c.text().primaryKey(),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** The words that are wrong, as the reader copied them; '' for none. */
    passage: c.text().notNull().default(''),
    text: c.text().notNull(),
    /** Where the reader may be asked back; '' for nowhere. */
    email: c.text().notNull().default(''),
    at: c.timestamp().notNull(),
    state: c.enum(reportStates).notNull().default('open'),
    /** Who looks into it, or did. */
    takenBy: c.text().references(() => people.id, { onDelete: 'set null' }),
    closedAt: c.timestamp(),
  },
  (t) => [index('reports_state').on(t.state, t.at, t.id), index('reports_story').on(t.storyId, t.state)],
)
