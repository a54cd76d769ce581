import { columns as c, index, table, uniqueIndex } from '#lib/db/columns'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'
import { stories } from '#lib/story/tables'

/** A link with which somebody without an account reads one revision of a story, until it expires or is revoked. */
export const previewLinks = table(
  'preview_links',
  {
    id: c.text().primaryKey(),
    tokenHash: c.text().notNull(),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    revision: c
      .int()
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    /** For whom, as the desk calls them. */
    label: c.text().notNull(),
    by: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    at: c.timestamp().notNull(),
    expiresAt: c.timestamp().notNull(),
    revokedAt: c.timestamp(),
    revokedBy: c.text().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [uniqueIndex('preview_links_token').on(t.tokenHash), index('preview_links_story').on(t.storyId, t.at)],
)

export const answerKinds = ['approval', 'comment'] as const

/** What whoever has the link says: that it stands as it is, or something about a paragraph. */
export const previewAnswers = table(
  'preview_answers',
  {
    id: c.text().primaryKey(),
    linkId: c
      .text()
      .notNull()
      .references(() => previewLinks.id, { onDelete: 'cascade' }),
    kind: c.enum(answerKinds).notNull(),
    /** Id of the block; '' for the whole. */
    block: c.text().notNull().default(''),
    /** As they sign it. */
    name: c.text().notNull(),
    text: c.text().notNull().default(''),
    at: c.timestamp().notNull(),
  },
  (t) => [index('preview_answers_link').on(t.linkId, t.at)],
)
