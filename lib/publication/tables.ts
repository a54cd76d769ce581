import { columns as c, index, table, uniqueIndex } from '#lib/db/columns'

export const kinds = [
  'story',
  'section',
  'topic',
  'person',
  'media',
  'front',
  'series',
  'page',
  'menu',
  'settings',
  'theme',
  'breaking',
] as const
export type Kind = (typeof kinds)[number]

export const acts = ['publish', 'update', 'withdraw', 'remove', 'close-version', 'open-version'] as const
export type Act = (typeof acts)[number]

/** Acts by which readers get a revision of the noun. */
export const giving = ['publish', 'update'] as const satisfies readonly Act[]

/** Acts after which readers have another revision of the noun, or none. */
export const showing: readonly Act[] = [...giving, 'withdraw', 'remove']

/** Every version of every noun that readers see; immutable. */
export const revisions = table(
  'revisions',
  {
    id: c.sequence(),
    kind: c.enum(kinds).notNull(),
    subject: c.text().notNull(),
    number: c.int().notNull(), // 1, 2, 3 … for each subject
    schema: c.int().notNull(),
    content: c.json<unknown>().notNull(),
    fingerprint: c.text().notNull(),
    by: c.text(), // person id; null for the system
    at: c.timestamp().notNull(),
  },
  (t) => [uniqueIndex('revisions_number').on(t.kind, t.subject, t.number)],
)

/**
 * The publication log: append-only, in commit order; the live side can be rebuilt from it.
 * `seq` is explicit, last + 1 under the write lock, so that the rows of an act can carry it.
 */
export const publications = table(
  'publications',
  {
    seq: c.int().primaryKey(),
    act: c.enum(acts).notNull(),
    kind: c.enum(kinds).notNull(),
    subject: c.text().notNull(),
    revision: c.int(), // none for acts that show none; what `remove` took away may be gone from revisions
    /** What the act says to readers besides the revision: why it was withdrawn, what was corrected. */
    note: c.text().notNull().default(''),
    /** What the noun's live rows are made of besides; the door does not read it. */
    detail: c.json<Record<string, unknown>>().notNull().default({}),
    at: c.timestamp().notNull(),
    actorId: c.text(),
    keys: c.json<string[]>().notNull(),
  },
  (t) => [index('publications_subject').on(t.kind, t.subject, t.seq)],
)

/** After which rules the live rows were made: a start with newer ones replays the log. One row. */
export const liveShape = table('publication_shape', { id: c.int().primaryKey(), version: c.int().notNull() })
