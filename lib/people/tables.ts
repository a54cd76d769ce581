import { columns as c, index, primaryKey, table, uniqueIndex } from '#lib/db/columns'

export const roles = ['contributor', 'writer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** What readers see of a person; reaches them by the door, as kind `person`. */
export type Profile = { title: string; bio: string /** A picture of the library: their face. */; face?: string | null }

export const people = table(
  'people',
  {
    id: c.text().primaryKey(),
    email: c.text().notNull(), // folded: lower case, trimmed
    name: c.text().notNull(),
    slug: c.text().notNull(),
    role: c.enum(roles).notNull(),
    allSections: c.bool().notNull().default(false),
    profile: c.json<Profile>().notNull(),
    passwordHash: c.text(),
    version: c.int().notNull().default(1),
    createdAt: c.timestamp().notNull(),
    disabledAt: c.timestamp(),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    uniqueIndex('people_slug').on(t.slug),
    index('people_name').on(t.name, t.id),
  ],
)

export const peopleSections = table(
  'people_sections',
  {
    personId: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sectionId: c.text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.sectionId] })],
)
