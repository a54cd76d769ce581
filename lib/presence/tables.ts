import { columns as c, index, primaryKey, table } from '#lib/db/columns'

import { people } from '#lib/people/tables'
import { stories } from '#lib/story/tables'

/** A browser's own state in a room, as y-protocols numbers it. */
export type Caret = { client: number; clock: number; state: Record<string, unknown> }

/**
 * Who is in which room, a row for each process that they are connected to. Rows of a process that ended without a word
 * count no more once they are old (fresh.ts).
 */
export const presences = table(
  'presences',
  {
    process: c.text().notNull(),
    room: c.text().notNull(), // the co-editing room's name: the story's id, or a fork's of it
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    personId: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Kept up only while people of several processes are in the room. */
    carets: c.json<Caret[]>().notNull(),
    at: c.timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.process, t.room, t.personId] }), index('presences_story').on(t.storyId)],
)
