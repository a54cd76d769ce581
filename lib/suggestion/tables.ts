import { columns as c, index, primaryKey, table } from '#lib/db/columns'

import { people } from '#lib/people/tables'
import { stories } from '#lib/story/tables'

import { outcomes } from './outcomes'

/** A person's suggestions for a story: what was last known of them. Their text is in the story's log, as a fork. */
export const suggestions = table(
  'suggestions',
  {
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    personId: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The open ones, so that one whose paragraph goes can still be told. */
    open: c.json<unknown>().notNull(),
    /** The fork as it was then, as a Yjs snapshot: what of its log is newer. */
    seen: c.bytes().notNull(),
    /** When the person last changed any. */
    at: c.timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.personId] })],
)

/** What became of a suggestion: what its author learns, and what an undo goes by. */
export const decidedSuggestions = table(
  'decided_suggestions',
  {
    id: c.text().primaryKey(),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    personId: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    outcome: c.enum(outcomes).notNull(),
    /** The suggestion as it was then. */
    card: c.json<unknown>().notNull(),
    /** Who decided; null where nobody did. */
    decidedBy: c.text().references(() => people.id, { onDelete: 'set null' }),
    at: c.timestamp().notNull(),
    /** When its author was told. */
    toldAt: c.timestamp(),
  },
  (t) => [index('decided_suggestions_story').on(t.storyId, t.at)],
)
