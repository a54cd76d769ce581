import { sql } from 'drizzle-orm'

import { columns as c, index, primaryKey, table, uniqueIndex } from '#lib/db/columns'
import type { Crop, Point } from '#lib/media/store/crop'
import type { Body, MediaUse } from '#lib/story/document/nodes'
import type { Change, NotePlace } from './change'
import type { Container } from './front/content'
import type { Column } from './menu/content'
import { layouts, machineParts } from './presentation'
import type { Theme } from './theme/content'

/**
 * The readers' side: only what readers may see, written by the door alone.
 * Rows carry `kind` and `subject` implicitly: `subject` names the noun's id in every table, so the door can replace them.
 */
export const liveStories = table(
  'live_stories',
  {
    id: c.int().primaryKey(), // log position of the first publication: order of publication, and the row of live_search
    subject: c.text().notNull(), // story id
    revision: c.int().notNull(),
    sectionId: c.text().notNull(),
    slug: c.text().notNull(),
    headline: c.text().notNull(),
    standfirst: c.text().notNull(),
    body: c.json<Body>().notNull(),
    main: c.json<MediaUse>(),
    words: c.int().notNull(),
    dateline: c.text().notNull(),
    searchTitle: c.text().notNull(),
    searchDescription: c.text().notNull(),
    canonicalUrl: c.text().notNull(),
    kicker: c.text().notNull().default(''),
    layout: c.enum(layouts).notNull().default('standard'),
    sponsor: c.text().notNull().default(''), // who has paid for it
    machine: c.enum(machineParts).notNull().default(''),
    related: c.json<string[]>().notNull().default([]), // story ids
    language: c.text().notNull().default(''), // BCP 47; '' for the paper's
    original: c.text().notNull().default(''), // id of the story that it is a translation of
    publishedAt: c.timestamp().notNull(),
    updatedAt: c.timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('live_stories_subject').on(t.subject),
    uniqueIndex('live_stories_address').on(t.sectionId, t.slug),
    index('live_stories_section').on(t.sectionId, t.publishedAt, t.id),
    index('live_stories_latest').on(t.publishedAt, t.id),
    index('live_stories_original').on(t.original).where(sql`original <> ''`),
  ],
)

export const liveStoryTopics = table(
  'live_story_topics',
  {
    subject: c.text().notNull(), // story id
    topicId: c.text().notNull(),
    position: c.int().notNull(),
    publishedAt: c.timestamp().notNull(),
    storyId: c.int().notNull(), // live_stories.id
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.topicId] }),
    index('live_story_topics_topic').on(t.topicId, t.publishedAt, t.storyId),
  ],
)

export const liveStoryPeople = table(
  'live_story_people',
  {
    subject: c.text().notNull(), // story id
    personId: c.text().notNull(),
    position: c.int().notNull(),
    publishedAt: c.timestamp().notNull(),
    storyId: c.int().notNull(), // live_stories.id
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.personId] }),
    index('live_story_people_person').on(t.personId, t.publishedAt, t.storyId),
  ],
)

/** What readers had of a live story, one after another: the first publication and each update that they were told of. */
export const liveVersions = table(
  'live_versions',
  {
    subject: c.text().notNull(), // story id
    number: c.int().notNull(), // 1, 2, 3 … since it was published, or put back
    seq: c.int().notNull(),
    at: c.timestamp().notNull(),
    /** What made it; null for the first. */
    change: c.text().$type<Change>(),
    headline: c.text().notNull(),
    standfirst: c.text().notNull(),
    body: c.json<Body>().notNull(),
    /** An editor has closed it to readers: they are told that it was, not what it said. */
    closed: c.bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.number] })],
)

/** What readers are told of clarifications and corrections. */
export const liveCorrections = table(
  'live_corrections',
  {
    subject: c.text().notNull(), // story id
    seq: c.int().notNull(),
    kind: c.enum(['clarification', 'correction']).notNull(),
    note: c.text().notNull(),
    place: c.text().$type<NotePlace>().notNull(),
    at: c.timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.seq] }), index('live_corrections_latest').on(t.at, t.seq)],
)

/** Where live stories show what of the library: by this, and by a row of `live_media`, readers get its files. */
export const liveStoryMedia = table(
  'live_story_media',
  {
    subject: c.text().notNull(), // story id
    mediaId: c.text().notNull(),
    /** The part that is shown, or '' for the whole and for shapes that are cut by focus. */
    crop: c.text().notNull(),
    /** False: it was shown so before; its address leads on to what is shown now. */
    now: c.bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.mediaId, t.crop] }), index('live_story_media_media').on(t.mediaId)],
)

/** The same of pages of the paper's own. */
export const livePageMedia = table(
  'live_page_media',
  {
    subject: c.text().notNull(), // page id
    mediaId: c.text().notNull(),
    crop: c.text().notNull(),
    now: c.bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.mediaId, t.crop] }), index('live_page_media_media').on(t.mediaId)],
)

/** What readers are shown of the library. */
export const liveMedia = table('live_media', {
  subject: c.text().primaryKey(), // media id
  kind: c.text().$type<'picture' | 'video' | 'audio'>().notNull(),
  file: c.text().notNull(), // its place in the store, never shown
  type: c.text().notNull(),
  bytes: c.int().notNull(),
  /** Begins its files' addresses: of the bytes that are kept. */
  hash: c.text().notNull(),
  /** Hashes of earlier files, and names of earlier crops with the shape of each: their addresses lead on. */
  formerly: c.json<{ hashes: string[]; crops: Record<string, string> }>().notNull(),
  width: c.int(), // px
  height: c.int(),
  seconds: c.int(),
  colour: c.text().notNull(),
  graphic: c.bool().notNull(),
  alt: c.text().notNull(), // '' of what is decorative
  caption: c.text().notNull(),
  credit: c.text().notNull(),
  /** Whom it shows, or what is theirs, gave it away to be shown. */
  handout: c.bool().notNull().default(false),
  focus: c.json<Point>().notNull(),
  crops: c.json<Partial<Record<string, Crop>>>().notNull(),
  poster: c.text(), // media id of a film's
  captions: c.text().notNull(), // WebVTT
  captionsLanguage: c.text().notNull(),
})

export const liveSections = table(
  'live_sections',
  {
    subject: c.text().primaryKey(),
    slug: c.text().notNull(),
    name: c.text().notNull(),
    colour: c.text().notNull(),
    position: c.int().notNull(),
  },
  (t) => [uniqueIndex('live_sections_slug').on(t.slug)],
)

export const liveTopics = table(
  'live_topics',
  { subject: c.text().primaryKey(), slug: c.text().notNull(), name: c.text().notNull() },
  (t) => [uniqueIndex('live_topics_slug').on(t.slug)],
)

export const livePeople = table(
  'live_people',
  {
    subject: c.text().primaryKey(),
    slug: c.text().notNull(),
    name: c.text().notNull(),
    title: c.text().notNull(),
    bio: c.text().notNull(),
    face: c.text(), // media id
  },
  (t) => [uniqueIndex('live_people_slug').on(t.slug)],
)

/** Stories that belong together in an order; readers get one once they have one of its parts. */
export const liveSeries = table(
  'live_series',
  {
    subject: c.text().primaryKey(),
    slug: c.text().notNull(),
    name: c.text().notNull(),
    standfirst: c.text().notNull(),
  },
  (t) => [uniqueIndex('live_series_slug').on(t.slug)],
)

/** The places of its parts, of those too that readers do not have: they are shown and counted by a join alone. */
export const liveSeriesParts = table(
  'live_series_parts',
  {
    subject: c.text().notNull(), // series id
    storyId: c.text().notNull(),
    position: c.int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.storyId] }), index('live_series_parts_story').on(t.storyId)],
)

/** Fronts that editors have made; one that has no row is made by rule. */
export const liveFronts = table('live_fronts', {
  subject: c.text().primaryKey(), // `home`, `section:<id>`, `topic:<id>`
  containers: c.json<Container[]>().notNull(),
})

/** Pictures that fronts show in place of their stories' own. */
export const liveFrontMedia = table(
  'live_front_media',
  { subject: c.text().notNull(), mediaId: c.text().notNull() },
  (t) => [primaryKey({ columns: [t.subject, t.mediaId] }), index('live_front_media_media').on(t.mediaId)],
)

/** Menus that editors have made; one that has no row is made by rule. */
export const liveMenus = table('live_menus', {
  subject: c.text().primaryKey(), // `main`, `top`, `footer`
  columns: c.json<Column[]>().notNull(),
})

/** Pages of the paper's own. */
export const livePages = table(
  'live_pages',
  {
    subject: c.text().primaryKey(),
    slug: c.text().notNull(),
    title: c.text().notNull(),
    standfirst: c.text().notNull(),
    language: c.text().notNull(), // BCP 47; '' for the paper's
    body: c.json<Body>().notNull(),
    publishedAt: c.timestamp().notNull(),
    updatedAt: c.timestamp().notNull(),
  },
  (t) => [uniqueIndex('live_pages_slug').on(t.slug)],
)

export const liveSettings = table('live_settings', {
  subject: c.text().primaryKey(), // `paper`
  name: c.text().notNull(),
  timezone: c.text().notNull(),
  language: c.text().notNull(),
})

/** What the paper looks like, once somebody has chosen. */
export const liveThemes = table('live_themes', { subject: c.text().primaryKey(), content: c.json<Theme>().notNull() })

/** What stands over every page: one row while there is something. */
export const liveBars = table('live_bars', {
  subject: c.text().primaryKey(),
  text: c.text().notNull(),
  story: c.text().notNull(), // id of the one that it leads to; '' where it leads elsewhere, or nowhere
  link: c.text().notNull(),
})

/**
 * Addresses that once led to something: `moved` answers 301 to where `target` lives now, `gone` answers 410.
 * A live story, section, page, topic or person at the same address wins; of several rows the newest.
 * A story's section stands by id, so that it outlives the section's renaming.
 */
export const liveAddresses = table(
  'live_addresses',
  {
    kind: c.text().notNull(),
    subject: c.text().notNull(),
    path: c.text().notNull(), // `/politics`, `/topics/flooding`, `/bylines/nadia-orrell`; a story's is `<section id>/<slug>`
    state: c.enum(['moved', 'gone']).notNull(),
    target: c.text().notNull(), // id of the noun that the address leads to, of the same kind
    note: c.text().notNull().default(''), // to readers, when gone
    at: c.timestamp().notNull(),
    seq: c.int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subject, t.path] }), index('live_addresses_path').on(t.path, t.seq)],
)
