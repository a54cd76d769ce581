import { columns as c, table, uniqueIndex } from '#lib/db/columns'

/** Colours are words of the theme, so that a section spends one tested in light and dark. */
export const sectionColours = ['river', 'politics', 'business', 'culture', 'sport', 'opinion'] as const
export type SectionColour = (typeof sectionColours)[number]

export const sections = table(
  'sections',
  {
    id: c.text().primaryKey(),
    slug: c.text().notNull(),
    name: c.text().notNull(),
    colour: c.enum(sectionColours).notNull(),
    position: c.int().notNull(),
    version: c.int().notNull().default(1),
  },
  (t) => [uniqueIndex('sections_slug').on(t.slug)],
)
