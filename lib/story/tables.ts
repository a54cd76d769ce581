import { sql } from 'drizzle-orm'

import { columns as c, index, primaryKey, table, uniqueIndex } from '#lib/db/columns'

import { media } from '#lib/media/tables'
import { people } from '#lib/people/tables'
import { revisions } from '#lib/publication/tables'
import { sections } from '#lib/section/tables'
import { changes, notePlaces } from '#lib/site/change'
import { layouts, machineParts } from '#lib/site/presentation'
import { topics } from '#lib/topic/tables'
import type { MediaUse } from './document/nodes'
import { nudgesAbout } from './nudges'
import { steps } from './steps'

/** A working copy. Its text, and what lists need of that, is in log/tables.ts. */
export const stories = table(
  'stories',
  {
    id: c.text().primaryKey(),
    slug: c.text().notNull(), // '' until there is a headline to make it from
    slugEdited: c.bool().notNull().default(false),
    sectionId: c.text().references(() => sections.id, { onDelete: 'restrict' }),
    /** The main picture. */
    main: c.json<MediaUse>(),
    step: c.enum(steps).notNull().default('draft'),
    dateline: c.text().notNull().default(''),
    searchTitle: c.text().notNull().default(''),
    searchDescription: c.text().notNull().default(''),
    canonicalUrl: c.text().notNull().default(''),
    kicker: c.text().notNull().default(''),
    layout: c.enum(layouts).notNull().default('standard'),
    /** Who has paid for it. */
    sponsor: c.text().notNull().default(''),
    machine: c.enum(machineParts).notNull().default(''),
    /** Ids of stories to read after it, as an editor chose them. */
    related: c.json<string[]>().notNull().default([]),
    language: c.text().notNull().default(''), // BCP 47; '' for the paper's
    /** Id of the story that it is a translation of. */
    original: c.text().notNull().default(''),
    /** How many words were asked for; null where nobody did. Readers never see it, so the fingerprint leaves it out. */
    commissionedWords: c.int(),
    assignedTo: c.text().references(() => people.id, { onDelete: 'set null' }),
    /** The note with which an editor sent the story back; empty once it is handed in again. */
    note: c.text().notNull().default(''),
    noteBy: c.text().references(() => people.id, { onDelete: 'set null' }),
    /** Of the fields that readers see (section, slug, topics …); beside the projection's it tells whether changes wait. */
    fieldsFingerprint: c.text().notNull().default(''),
    createdBy: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: c.timestamp().notNull(),
    spikedAt: c.timestamp(),
    version: c.int().notNull().default(1),
  },
  (t) => [
    uniqueIndex('stories_address').on(t.sectionId, t.slug).where(sql`spiked_at is null and slug <> ''`),
    index('stories_created').on(t.createdAt, t.id),
  ],
)

export const storyBylines = table(
  'story_bylines',
  {
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    personId: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    position: c.int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.personId] }), index('story_bylines_person').on(t.personId)],
)

export const storyTopics = table(
  'story_topics',
  {
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    topicId: c
      .text()
      .notNull()
      .references(() => topics.id, { onDelete: 'restrict' }),
    position: c.int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.topicId] }), index('story_topics_topic').on(t.topicId)],
)

/** Where in a working copy something of the library stands. */
export const mediaPlaces = ['main', 'text'] as const

/** What working copies use of the library: their main picture, and what their text shows, at most 1 s behind it. */
export const storyMedia = table(
  'story_media',
  {
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    mediaId: c
      .text()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    place: c.enum(mediaPlaces).notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.mediaId, t.place] }), index('story_media_media').on(t.mediaId)],
)

/** Why a version was kept; `begun` is the text with which a story came, `restore` what stood before another was restored. */
export const reasons = ['begun', 'published', 'scheduled', 'named', 'preview', 'spell', 'restore'] as const
export type Reason = (typeof reasons)[number]

/** What the desk knows of a story's revision beside its content; readers' side reads nothing of it. */
export const storyRevisions = table(
  'story_revisions',
  {
    revision: c
      .int()
      .primaryKey()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    why: c.enum(reasons).notNull(),
    name: c.text().notNull().default(''), // '' where nobody gave it one
    people: c.json<string[]>().notNull(), // ids of all who worked on it since the one before, where a spell of work ended
    words: c.int().notNull(),
    /** Number of the revision that was restored over this one. */
    restored: c.int(),
  },
  (t) => [index('story_revisions_story').on(t.storyId)],
)

/** Who has taken the story over: while that holds (hold.ts), everybody else only reads. */
export const storyHolds = table('story_holds', {
  storyId: c
    .text()
    .primaryKey()
    .references(() => stories.id, { onDelete: 'cascade' }),
  personId: c
    .text()
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  why: c.text().notNull(),
  at: c.timestamp().notNull(),
  /** When they were last in the story; noted about once a minute. */
  seenAt: c.timestamp().notNull(),
})

/** What is not to be published before its end; it publishes nothing by itself. */
export const storyEmbargoes = table('story_embargoes', {
  storyId: c
    .text()
    .primaryKey()
    .references(() => stories.id, { onDelete: 'cascade' }),
  until: c.timestamp(), // null: until somebody lifts it
  /** Whose it is, and why; for the desk. */
  why: c.text().notNull(),
  by: c
    .text()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
  at: c.timestamp().notNull(),
})

/** What a schedule does at its hour; `withdraw` is the expiry. */
export const scheduledActs = ['publish', 'withdraw'] as const
export const scheduleStates = ['waiting', 'done', 'refused', 'failed', 'off'] as const

/** What is to happen to a story at its hour, once, and what became of it. A publication has its revision pinned. */
export const storySchedules = table(
  'story_schedules',
  {
    id: c.text().primaryKey(),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    act: c.enum(scheduledActs).notNull(),
    revision: c.int().references(() => revisions.id, { onDelete: 'restrict' }), // none for an expiry
    /** The pinned revision's address, which is nobody else's while it waits; '' and none for an expiry. */
    sectionId: c.text(),
    slug: c.text().notNull().default(''),
    dueAt: c.timestamp().notNull(),
    /** Of an update: what kind it is, and what readers are told of it. */
    change: c.enum(changes),
    note: c.text().notNull().default(''),
    notePlace: c.enum(notePlaces),
    state: c.enum(scheduleStates).notNull().default('waiting'),
    /** Who set it: it acts for them. */
    by: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    setAt: c.timestamp().notNull(),
    endedAt: c.timestamp(),
    /** Who took it off; null where it ended by itself. */
    endedBy: c.text().references(() => people.id, { onDelete: 'set null' }),
    /** Why it was refused, or could not be done. */
    fault: c.text().notNull().default(''),
    /** Faults at its hour so far, and when it is tried again. */
    attempts: c.int().notNull().default(0),
    retryAt: c.timestamp(),
    /** Place of what it did in the publication log. */
    seq: c.int(),
  },
  (t) => [
    uniqueIndex('story_schedules_waiting').on(t.storyId, t.act).where(sql`state = 'waiting'`),
    uniqueIndex('story_schedules_address').on(t.sectionId, t.slug).where(sql`state = 'waiting' and act = 'publish'`),
    index('story_schedules_due').on(t.dueAt, t.id).where(sql`state = 'waiting'`),
    index('story_schedules_story').on(t.storyId, t.setAt),
  ],
)

/** What each public address answered after a withdrawal. */
export type ProofAnswer = {
  /** Its name in `story/surfaces.ts`, and of which noun or which of several. */
  surface: string
  url: string
  /** Our own listener, or the public address by way of the network. */
  from: 'inside' | 'outside'
  /** 0 where there was no answer. */
  status: number
  clean: boolean
  fault?: string
  /** Other things of the paper say what its headline says, so it was looked for by its address alone. */
  byAddress?: true
}

/** A proof that a withdrawn story is gone: its own addresses were asked, and what they answered. */
export const storyProofs = table(
  'story_proofs',
  {
    id: c.text().primaryKey(),
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    seq: c.int().notNull(), // the withdrawal's place in the publication log
    askedAt: c.timestamp().notNull(),
    endedAt: c.timestamp(), // null while it is under way
    answers: c.json<ProofAnswer[]>().notNull(),
  },
  (t) => [index('story_proofs_story').on(t.storyId, t.askedAt)],
)

/** Places where a wrong text may still stand after a correction, as an editor has ticked them off. */
export const storyEchoes = table(
  'story_echoes',
  {
    storyId: c
      .text()
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    seq: c.int().notNull(), // the correction's place in the publication log
    /** Which place: `story:<id>`, or the name of a surface. */
    place: c.text().notNull(),
    by: c
      .text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    at: c.timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.seq, t.place] })],
)

/** What open screens should look at again: each process tells those at its sockets. Forgotten after a day. */
export const storyNudges = table('story_nudges', {
  seq: c.sequence(),
  storyId: c
    .text()
    .notNull()
    .references(() => stories.id, { onDelete: 'cascade' }),
  about: c.enum(nudgesAbout).notNull(),
  at: c.timestamp().notNull(),
})
