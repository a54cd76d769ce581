import { sql } from 'drizzle-orm'

import { columns as c, index, table, uniqueIndex } from '#lib/db/columns'

import { people } from '#lib/people/tables'
import type { FieldName } from './fields'
import { mediaKinds } from './kinds'
import { expiries, rights } from './rights'
import type { Crop, Point, Shape } from './store/crop'

/**
 * What the desk has of pictures, films and sounds. The bytes lie in the store under `file`, which is another one after the
 * file was replaced; readers know of it what the door gave them.
 */
export const media = table(
  'media',
  {
    id: c.text().primaryKey(),
    kind: c.enum(mediaKinds).notNull(),
    /** Where its files lie in the store: a random name, never shown. */
    file: c.text().notNull(),
    /** As its author called it. */
    name: c.text().notNull(),
    type: c.text().notNull(), // of the bytes that are kept: `image/jpeg`
    bytes: c.int().notNull(),
    width: c.int(), // px; none of a sound
    height: c.int(),
    seconds: c.int(), // of a film or sound, rounded up
    hash: c.text().notNull(), // SHA-256 of the bytes that are kept, hex
    colour: c.text().notNull().default(''), // its mean, `#rrggbb`
    /** Few colours and sharp edges: a chart, a map, lettering. */
    graphic: c.bool().notNull().default(false),
    alt: c.text().notNull().default(''),
    /** It says nothing that the text does not say: it is passed over when a page is read out. */
    decorative: c.bool().notNull().default(false),
    caption: c.text().notNull().default(''),
    credit: c.text().notNull().default(''),
    source: c.text().notNull().default(''),
    rights: c.enum(rights).notNull().default('unclear'),
    licenceUrl: c.text().notNull().default(''),
    expiresAt: c.timestamp(),
    onExpiry: c.enum(expiries).notNull().default('warn'),
    /** When somebody took it from readers, whatever stories say. */
    withheldAt: c.timestamp(),
    /** For the desk: what was agreed about its use. */
    notes: c.text().notNull().default(''),
    dateline: c.text().notNull().default(''),
    keywords: c.json<string[]>().notNull(),
    takenAt: c.text().notNull().default(''), // as the file says: a date, perhaps with an hour, of no known zone
    /** Which fields stand as the file had them. */
    fromFile: c.json<FieldName[]>().notNull(),
    /** What a crop is built around, in fractions of width and height. */
    focus: c.json<Point>().notNull(),
    /** Nobody has chosen the focus yet: it was guessed. */
    guessed: c.bool().notNull().default(true),
    /** Crops that were drawn by hand, where the one around the focus will not do. */
    crops: c.json<Partial<Record<Shape, Crop>>>().notNull(),
    /** Its poster, of a film. */
    poster: c.text(),
    /** Captions of a film, as WebVTT; '' while there are none. */
    captions: c.text().notNull().default(''),
    captionsLanguage: c.text().notNull().default(''),
    /** What it looks like (likeness.ts), as two halves and four quarters; none of what is nearly flat. */
    likeHigh: c.int(),
    likeLow: c.int(),
    like1: c.int(),
    like2: c.int(),
    like3: c.int(),
    like4: c.int(),
    /** All its words as they are searched. */
    folded: c.text().notNull().default(''),
    createdBy: c.text().references(() => people.id, { onDelete: 'set null' }),
    createdAt: c.timestamp().notNull(),
    version: c.int().notNull().default(1),
  },
  (t) => [
    index('media_newest').on(t.createdAt, t.id),
    index('media_person').on(t.createdBy, t.createdAt, t.id),
    index('media_expiring').on(t.expiresAt, t.id),
    index('media_hash').on(t.hash),
    index('media_poster').on(t.poster).where(sql`poster is not null`),
    uniqueIndex('media_file').on(t.file),
    index('media_like1').on(t.like1),
    index('media_like2').on(t.like2),
    index('media_like3').on(t.like3),
    index('media_like4').on(t.like4),
  ],
)
