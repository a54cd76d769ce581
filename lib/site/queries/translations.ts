import { asc, eq, ne, or, sql } from 'drizzle-orm'

import { db, prepared } from '#lib/db/client'

import { record } from '../context'
import { reader } from '../reader'
import { liveSections, liveStories } from '../tables'
import { storyPath } from './cards'
import { findPaper, sectionColumns } from './paper'

/** A story in a language; `language` is a BCP 47 tag always. */
export type Translation = { id: string; path: string; language: string; headline: string }

const columns = {
  id: liveStories.subject,
  slug: liveStories.slug,
  headline: liveStories.headline,
  language: liveStories.language,
  original: liveStories.original,
  section: sectionColumns,
}

const ofOriginal = prepared('site_translations', (on) =>
  on
    .select(columns)
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(
      or(eq(liveStories.subject, sql.placeholder('original')), eq(liveStories.original, sql.placeholder('original'))),
    )
    .orderBy(asc(liveStories.id)),
)

/**
 * The same story in other languages, as far as readers have it: of each language the first that they had. A story that
 * comes, or goes, as a translation names its original in the log; so the pages of all of them note that.
 */
export async function translationsOf(story: {
  id: string
  original: string
  language: string
}): Promise<Translation[]> {
  const original = story.original || story.id
  record([`story:${original}`])
  const [rows, paper] = await Promise.all([ofOriginal(db, { original }), findPaper()])
  record(rows.map(({ id }) => `story:${id}`))
  const seen = new Set([story.language || paper.language])
  return rows.flatMap((row) => {
    const language = row.language || paper.language
    if (row.id === story.id || seen.has(language)) return []
    seen.add(language)
    return { id: row.id, path: storyPath(row), language, headline: row.headline }
  })
}

/** All stories that there are in several languages, in groups. */
export const listTranslated = reader(
  async (): Promise<Translation[][]> => {
    const [rows, paper] = await Promise.all([
      db
        .select(columns)
        .from(liveStories)
        .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
        .where(
          or(
            ne(liveStories.original, ''),
            sql`${liveStories.subject} in (select original from live_stories where original <> '')`,
          ),
        )
        .orderBy(asc(liveStories.id)),
      findPaper(),
    ])
    const groups = new Map<string, Translation[]>()
    for (const row of rows) {
      const group = groups.get(row.original || row.id) ?? []
      const language = row.language || paper.language
      if (group.some((one) => one.language === language)) continue
      groups.set(row.original || row.id, [
        ...group,
        { id: row.id, path: storyPath(row), language, headline: row.headline },
      ])
    }
    return [...groups.values()].filter((group) => group.length > 1)
  },
  { keys: () => ['latest:', 'menu:'] },
)
