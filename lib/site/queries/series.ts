import { asc, eq, sql } from 'drizzle-orm'

import { db, prepared } from '#lib/db/client'

import { record } from '../context'
import { linkKey, standsKey, storyStandsKey } from '../menu/keys'
import { reader } from '../reader'
import { liveSections, liveSeries, liveSeriesParts, liveStories } from '../tables'
import { storyPath } from './cards'
import { sectionColumns } from './paper'

export type Series = { id: string; slug: string; name: string; standfirst: string }

/** A story before or after another in its series. */
export type OtherPart = { path: string; headline: string; language: string; number: number }

/** Which part of which series a story is, counted by the parts that readers have. */
export type PartOf = { series: Series; number: number; of: number; previous?: OtherPart; next?: OtherPart }

const seriesColumns = {
  id: liveSeries.subject,
  slug: liveSeries.slug,
  name: liveSeries.name,
  standfirst: liveSeries.standfirst,
}

const bySlug = prepared('site_series', (on) =>
  on
    .select(seriesColumns)
    .from(liveSeries)
    .where(eq(liveSeries.slug, sql.placeholder('slug'))),
)

const partsById = prepared('site_series_parts', (on) =>
  on
    .select({
      id: liveSeriesParts.storyId,
      live: liveStories.subject,
      headline: liveStories.headline,
      language: liveStories.language,
      slug: liveStories.slug,
      section: sectionColumns,
    })
    .from(liveSeriesParts)
    .leftJoin(liveStories, eq(liveStories.subject, liveSeriesParts.storyId))
    .leftJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(eq(liveSeriesParts.subject, sql.placeholder('series')))
    .orderBy(asc(liveSeriesParts.position)),
)

/** The parts that readers have. Those that they do not have yet are noted: they count once they come. */
async function partsOf(series: string) {
  const rows = await partsById(db, { series })
  record([`series:${series}`, ...rows.map(({ id }) => `story:${id}`)])
  return rows.flatMap(({ id, headline, language, slug, section }) =>
    headline !== null && slug !== null && section
      ? [{ id, headline, language: language ?? '', path: storyPath({ slug, section }) }]
      : [],
  )
}

/**
 * A series with the ids of its parts. Before readers have one of them there is none: its name may tell what is to be
 * published.
 */
export const findSeries = reader(
  async (slug: string): Promise<(Series & { parts: string[] }) | undefined> => {
    const [series] = await bySlug(db, { slug })
    if (!series) return undefined
    const parts = (await partsOf(series.id)).map(({ id }) => id)
    return parts.length ? { ...series, parts } : undefined
  },
  { keys: ([slug]) => [`path:/series/${slug}`] },
)

const linkById = prepared('site_series_link', (on) =>
  on
    .select({ ...seriesColumns, story: liveSeriesParts.storyId })
    .from(liveSeries)
    .innerJoin(liveSeriesParts, eq(liveSeriesParts.subject, liveSeries.subject))
    .innerJoin(liveStories, eq(liveStories.subject, liveSeriesParts.storyId))
    .where(eq(liveSeries.subject, sql.placeholder('id')))
    .orderBy(asc(liveSeriesParts.position))
    .limit(1),
)

/** Those of the series of which readers have a part, for menus: what they say of one is not made of all its parts. */
export async function findSeriesLinks(ids: readonly string[]): Promise<Series[]> {
  const found: Series[] = []
  for (const id of ids) {
    const [row] = await linkById(db, { id })
    // The first of its parts makes it stand.
    if (!row) await partsOf(id)
    else record([linkKey('series', id), standsKey('series', id, row.story), storyStandsKey(row.story)])
    if (row) found.push(row)
  }
  return found
}

const ofStory = prepared('site_series_of', (on) =>
  on
    .select(seriesColumns)
    .from(liveSeriesParts)
    .innerJoin(liveSeries, eq(liveSeries.subject, liveSeriesParts.subject))
    .where(eq(liveSeriesParts.storyId, sql.placeholder('story')))
    .orderBy(asc(liveSeries.subject))
    .limit(1),
)

/** What part a live story is, and of what; part of what the story itself is read as. */
export async function partOf(story: string): Promise<PartOf | undefined> {
  const [series] = await ofStory(db, { story })
  if (!series) return undefined
  const parts = await partsOf(series.id)
  const at = parts.findIndex(({ id }) => id === story)
  const other = (index: number) => {
    const part = parts[index]
    return part && { path: part.path, headline: part.headline, language: part.language, number: index + 1 }
  }
  return at < 0 ? undefined : { series, number: at + 1, of: parts.length, previous: other(at - 1), next: other(at + 1) }
}

/** Series that have a part which readers have, for the sitemap. */
export const listSeries = reader(
  async (): Promise<{ id: string; slug: string }[]> =>
    db
      .selectDistinct({ id: liveSeries.subject, slug: liveSeries.slug })
      .from(liveSeries)
      .innerJoin(liveSeriesParts, eq(liveSeriesParts.subject, liveSeries.subject))
      .innerJoin(liveStories, eq(liveStories.subject, liveSeriesParts.storyId))
      .orderBy(asc(liveSeries.slug)),
  { keys: (_, series) => ['latest:', ...series.map(({ id }) => `series:${id}`)] },
)
