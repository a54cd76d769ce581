import { comments } from '#lib/comment/tables'
import { columns as c, index, table } from '#lib/db/columns'
import type { DraftRef } from '#lib/draft/ref'
import { people } from '#lib/people/tables'
import { stories } from '#lib/story/tables'

export const kinds = [
  'mention',
  'reply',
  'assigned',
  'sent-back',
  'taken-over',
  'preview-approved',
  'preview-comment',
  'schedule-refused',
  'schedule-failed',
  'clock-held',
  'proof-red',
  'media-expires',
  'report',
] as const
export type Kind = (typeof kinds)[number]

/** What a person is told of at the desk. */
export const notifications = table(
  'notifications',
  {
    id: c.text().primaryKey(),
    personId: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: c.enum(kinds).notNull(),
    /** What it is about: a story, or else a front, page or menu. */
    storyId: c.text().references(() => stories.id, { onDelete: 'cascade' }),
    draft: c.text().$type<DraftRef>(),
    /** What it is about, where it is a comment: deleted, nobody is told of it any more. */
    commentId: c.text().references(() => comments.id, { onDelete: 'cascade' }),
    by: c.text().references(() => people.id, { onDelete: 'set null' }),
    note: c.text().notNull().default(''),
    at: c.timestamp().notNull(),
    readAt: c.timestamp(),
  },
  (t) => [
    index('notifications_person').on(t.personId, t.at, t.id),
    index('notifications_unread').on(t.personId, t.readAt),
  ],
)
