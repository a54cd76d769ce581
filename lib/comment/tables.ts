import { columns as c, index, table } from '#lib/db/columns'

import { people } from '#lib/people/tables'
import { parts } from '#lib/story/document/parts'
import { stories } from '#lib/story/tables'

/** What is said about one passage of a story, or about all of it. Never in the document, so never in what is published. */
export const commentThreads = table(
  'comment_threads',
  {
    id: c.text().primaryKey(),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    part: c.enum(parts), // null: the story as a whole
    /** The block in which the passage begins; null in the headline and the standfirst. */
    block: c.text(),
    start: c.text().notNull().default(''), // Yjs relative positions, as base64
    end: c.text().notNull().default(''),
    quote: c.text().notNull().default(''), // the passage as it was
    by: c.text().references(() => people.id, { onDelete: 'set null' }),
    at: c.timestamp().notNull(),
    resolvedAt: c.timestamp(),
    resolvedBy: c.text().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [index('comment_threads_story').on(t.storyId, t.at)],
)

export const comments = table(
  'comments',
  {
    id: c.text().primaryKey(),
    threadId: c
      .text()
      .notNull()
      .references(() => commentThreads.id, { onDelete: 'cascade' }),
    by: c.text().references(() => people.id, { onDelete: 'set null' }),
    text: c.text().notNull(),
    /** Whom the text names, under the names that stand in it. */
    mentions: c.json<Mention[]>().notNull(),
    at: c.timestamp().notNull(),
    editedAt: c.timestamp(),
  },
  (t) => [index('comments_thread').on(t.threadId, t.at)],
)

export type Mention = { id: string; name: string }
