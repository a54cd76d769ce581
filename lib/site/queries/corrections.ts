import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm'

import { db, prepared } from '#lib/db/client'

import { holdsUntil } from '../context'
import { parseCursor, toCursor } from '../cursor'
import { reader } from '../reader'
import { liveCorrections, liveSections, liveStories } from '../tables'
import { storyPath } from './cards'
import { type Section, sectionColumns } from './paper'

/** What readers are told of a clarification or correction. `seq`: its place in the order of all acts. */
export type Note = { seq: number; kind: 'clarification' | 'correction'; note: string; place: 'top' | 'end'; at: Date }

/** One with the story that it is of. */
export type Correction = Omit<Note, 'place'> & { story: string; headline: string; path: string; section: Section }

export type CorrectionPage = { corrections: Correction[]; next: string | undefined }

const ofStory = prepared('site_corrections_of', (on) =>
  on
    .select({
      seq: liveCorrections.seq,
      kind: liveCorrections.kind,
      note: liveCorrections.note,
      place: liveCorrections.place,
      at: liveCorrections.at,
    })
    .from(liveCorrections)
    .where(eq(liveCorrections.subject, sql.placeholder('story')))
    .orderBy(asc(liveCorrections.seq)),
)

/** Notes of a story in their order; part of what the story itself is read as. */
export const notesOf = (story: string): Promise<Note[]> => ofStory(db, { story })

const newest = prepared('site_corrections', (on) => {
  const when = sql.param(sql.placeholder('at'), liveCorrections.at)
  return on
    .select({
      seq: liveCorrections.seq,
      kind: liveCorrections.kind,
      note: liveCorrections.note,
      at: liveCorrections.at,
      story: liveStories.subject,
      headline: liveStories.headline,
      slug: liveStories.slug,
      section: sectionColumns,
    })
    .from(liveCorrections)
    .innerJoin(liveStories, eq(liveStories.subject, liveCorrections.subject))
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(
      or(
        lt(liveCorrections.at, when),
        and(eq(liveCorrections.at, when), lt(liveCorrections.seq, sql.placeholder('place'))),
      ),
    )
    .orderBy(desc(liveCorrections.at), desc(liveCorrections.seq))
    .limit(sql.placeholder('size'))
})

const top = { at: new Date(8_640_000_000_000), place: 0 }

/** What the paper has corrected, newest first. */
export const listCorrections = reader(
  async (before?: string, size: number = 24): Promise<CorrectionPage> => {
    const rows = await newest(db, { ...(parseCursor(before) ?? top), size: size + 1 })
    const shown = rows.slice(0, size)
    const last = shown.at(-1)
    return {
      corrections: shown.map(({ slug, ...row }) => ({ ...row, path: storyPath({ slug, section: row.section }) })),
      next: rows.length > size && last ? toCursor({ publishedAt: last.at, place: last.seq }) : undefined,
    }
  },
  { keys: (_, { corrections }) => ['corrections:', 'menu:', ...corrections.map(({ story }) => `story:${story}`)] },
)

const week = 7 * 24 * 3_600_000

/** The two that are newest, of the seven days until `now` (ms); the list holds until one of them is older than that. */
export async function listFreshCorrections(now: number): Promise<Correction[]> {
  const { corrections } = await listCorrections(undefined, 2)
  const fresh = corrections.filter(({ at }) => at.getTime() > now - week)
  const oldest = fresh.at(-1)
  if (oldest) holdsUntil(new Date(oldest.at.getTime() + week))
  return fresh
}
