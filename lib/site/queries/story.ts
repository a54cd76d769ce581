import { and, eq, lt, or, sql } from 'drizzle-orm'

import { among, db, prepared } from '#lib/db/client'
import type { Body } from '#lib/story/document/nodes'

import { reader } from '../reader'
import { livePeople, liveSections, liveStories, liveStoryPeople } from '../tables'
import { type Card, type CardRow, cardColumns, cardKeys, selectCards, storyPath, toCards } from './cards'
import { type Note, notesOf } from './corrections'
import { itemsOf, type LibraryItem } from './media'
import { sectionColumns } from './paper'
import { findSection } from './places'
import { type PartOf, partOf } from './series'
import { type Translation, translationsOf } from './translations'
import { countVersions } from './versions'

/** A story's page: what its card shows, and the rest. */
export type Story = Card & {
  body: Body
  /** What its text shows of the library, as far as readers have it. */
  items: ReadonlyMap<string, LibraryItem>
  searchTitle: string
  searchDescription: string
  canonicalUrl: string
  /** Ids of stories to read after it, as an editor chose them. */
  related: string[]
  /** Id of the story that it is a translation of, or ''. */
  original: string
  /** What readers are told of clarifications and corrections, oldest first. */
  notes: Note[]
  /** How many versions they had. */
  versions: number
  /** What its authors say of themselves, by id. */
  bios: ReadonlyMap<string, string>
  /** Of a part of a series: which, and what stands beside it. */
  series: PartOf | undefined
  /** The same story in other languages, as far as readers have it. */
  translations: Translation[]
}

const storyAt = prepared('site_story', (on) =>
  on
    .select({
      ...cardColumns,
      body: liveStories.body,
      searchTitle: liveStories.searchTitle,
      searchDescription: liveStories.searchDescription,
      canonicalUrl: liveStories.canonicalUrl,
      related: liveStories.related,
      original: liveStories.original,
    })
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(and(eq(liveStories.sectionId, sql.placeholder('section')), eq(liveStories.slug, sql.placeholder('slug')))),
)

const inSection = reader(
  async (section: string, slug: string): Promise<Story | undefined> => {
    const [row] = await storyAt(db, { section, slug })
    if (!row) return undefined
    const { body, searchTitle, searchDescription, canonicalUrl, related, original, ...rest } = row
    const own = { body, searchTitle, searchDescription, canonicalUrl, related, original }
    const [[card], notes, versions, items, bios, translations, series] = await Promise.all([
      toCards([rest satisfies CardRow]),
      notesOf(row.id),
      countVersions(row.id),
      itemsOf(body),
      biosOf(row.id),
      translationsOf({ ...row, original }),
      partOf(row.id),
    ])
    return card && { ...card, ...own, items, notes, versions, bios, translations, series }
  },
  { keys: ([section, slug], story) => (story ? cardKeys([story]) : [`path:${section}/${slug}`]) },
)

const biosById = prepared('site_bios', (on) =>
  on
    .select({ id: livePeople.subject, bio: livePeople.bio })
    .from(liveStoryPeople)
    .innerJoin(livePeople, eq(livePeople.subject, liveStoryPeople.personId))
    .where(eq(liveStoryPeople.subject, sql.placeholder('story'))),
)

const biosOf = async (story: string) => new Map((await biosById(db, { story })).map(({ id, bio }) => [id, bio]))

/** The story at `/<place>/<slug>`. */
export async function findStory(place: string, slug: string): Promise<Story | undefined> {
  const section = await findSection(place)
  return section && inSection(section.id, slug)
}

const targetsById = prepared('site_targets', (on) =>
  on
    .select({
      id: liveStories.subject,
      slug: liveStories.slug,
      headline: liveStories.headline,
      sponsor: liveStories.sponsor,
      language: liveStories.language,
      section: sectionColumns,
    })
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(among(liveStories.subject, 'ids')),
)

type Target = { headline: string; path: string; sponsor: string; language: string }

/** Targets of "Also read" that are live, by story id. @param ids joined by spaces, as a render's cache needs a plain value */
export const findTargets = reader(
  async (ids: string) => {
    const wanted = ids.split(' ').filter(Boolean)
    if (!wanted.length) return new Map<string, Target>()
    const rows = await targetsById(db, { ids: JSON.stringify(wanted) })
    return new Map<string, Target>(
      rows.map((row) => [
        row.id,
        { headline: row.headline, path: storyPath(row), sponsor: row.sponsor, language: row.language },
      ]),
    )
  },
  // Targets that are not live are recorded too: when one comes back, so does its block.
  {
    keys: ([ids]) =>
      ids
        .split(' ')
        .filter(Boolean)
        .map((id) => `story:${id}`),
  },
)

const olderInSection = prepared('site_next', (on) => {
  const when = sql.param(sql.placeholder('at'), liveStories.publishedAt)
  return selectCards(on)
    .where(
      and(
        eq(liveStories.sectionId, sql.placeholder('section')),
        or(
          lt(liveStories.publishedAt, when),
          and(eq(liveStories.publishedAt, when), lt(liveStories.id, sql.placeholder('place'))),
        ),
      ),
    )
    .limit(1)
})

/** The story to read after one: the next older in its section. @param at its publication, ms */
export const findNext = reader(
  async (section: string, at: number, place: number): Promise<Card | undefined> =>
    (await toCards(await olderInSection(db, { section, at: new Date(at), place })))[0],
  { keys: ([section], card) => [`section:${section}`, ...(card ? cardKeys([card]) : [])] },
)
