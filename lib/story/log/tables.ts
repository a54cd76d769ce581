import { columns as c, index, table } from '#lib/db/columns'
import { people } from '#lib/people/tables'

import { stories } from '../tables'

/**
 * The write-ahead log of co-editing: Yjs updates, insert-only; compaction replaces rows by one snapshot. A story's own
 * text, and beside it what each person suggests: a fork's rows are what it has beyond the story's.
 */
export const storyLog = table(
  'story_log',
  {
    seq: c.sequence(),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** Whose suggestions it belongs to; '' for the story's own text. */
    fork: c.text().notNull().default(''),
    update: c.bytes().notNull(),
    by: c.text(), // person id; null for a snapshot, and for what the server did of itself
    process: c.text().notNull(), // so that a process can skip its own rows when it tails; '' for rows that none skips
    at: c.timestamp().notNull(),
  },
  (t) => [index('story_log_text').on(t.storyId, t.fork, t.seq)],
)

/** The spell of work under way in a story: what no revision holds yet. */
export const storySpells = table('story_spells', {
  storyId: c
    .text()
    .primaryKey()
    .references(() => stories.id, { onDelete: 'cascade' }),
  begunAt: c.timestamp().notNull(),
  editedAt: c.timestamp().notNull(),
  people: c.json<string[]>().notNull(), // ids, who edited last at the end
})

/** What lists need of the text, at most 1 s behind it; never authoritative. */
export const storyProjections = table(
  'story_projections',
  {
    storyId: c
      .text()
      .primaryKey()
      .references(() => stories.id, { onDelete: 'cascade' }),
    headline: c.text().notNull(),
    folded: c.text().notNull(), // the headline as searched: lower case, no marks
    words: c.int().notNull(),
    /** Of headline, standfirst and body: differs from the live revision's when changes wait. */
    fingerprint: c.text().notNull(),
    editedAt: c.timestamp().notNull(),
    editedBy: c.text().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [index('story_projections_edited').on(t.editedAt, t.storyId)],
)
