import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { columns as c, index, table, uniqueIndex } from '#lib/db/columns'

export const topics = table(
  'topics',
  {
    id: c.text().primaryKey(),
    slug: c.text().notNull(),
    name: c.text().notNull(),
    /** The topic that took this one over; its address answers 301. */
    mergedInto: c.text().references((): AnyPgColumn => topics.id, { onDelete: 'restrict' }),
    version: c.int().notNull().default(1),
    createdAt: c.timestamp().notNull(),
  },
  (t) => [uniqueIndex('topics_slug').on(t.slug), index('topics_name').on(t.name, t.id)],
)

/** Every way a text may name the topic, its own name included; `folded` is what texts are matched by (checks/topics). */
export const topicAliases = table(
  'topic_aliases',
  {
    id: c.sequence(),
    topicId: c
      .text()
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    alias: c.text().notNull(),
    folded: c.text().notNull(),
  },
  (t) => [uniqueIndex('topic_aliases_folded').on(t.folded), index('topic_aliases_topic').on(t.topicId)],
)
