import { columns as c, primaryKey, table } from '#lib/db/columns'

/** What the demo paper brought, so that it can be taken away; `settings` holds the paper's name before. */
export const demoItems = table(
  'demo_items',
  {
    kind: c.enum(['section', 'topic', 'person', 'story', 'series', 'media', 'page', 'menu', 'settings']).notNull(),
    id: c.text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.id] })],
)
