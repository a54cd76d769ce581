import { and, count, desc, eq, lt, sql } from 'drizzle-orm'

import { db, prepared } from '#lib/db/client'
import type { Body } from '#lib/story/document/nodes'

import type { Change } from '../change'
import { parseCursor, toCursor } from '../cursor'
import { reader } from '../reader'
import { liveCorrections, liveVersions } from '../tables'

/** What readers had of a story; a closed one says nothing. */
export type Version = {
  number: number
  at: Date
  /** What made it; null for the first. */
  change: Change | null
  note: string | null
  closed: boolean
  headline: string
  standfirst: string
  body: Body
}

/** What an open version said. */
export type Said = Pick<Version, 'number' | 'headline' | 'standfirst' | 'body'>

/** A version with the one that its words are compared with: the last before it that readers may see. */
export type VersionStep = { version: Version; before: Said | undefined }

const pageSize = 12

const numberOf = prepared('site_version_count', (on) =>
  on
    .select({ versions: count() })
    .from(liveVersions)
    .where(eq(liveVersions.subject, sql.placeholder('story'))),
)

/** How many versions readers had, closed ones too; part of what the story itself is read as. */
export const countVersions = async (story: string) => (await numberOf(db, { story }))[0]?.versions ?? 0

const said = {
  number: liveVersions.number,
  headline: liveVersions.headline,
  standfirst: liveVersions.standfirst,
  body: liveVersions.body,
}

const before = prepared('site_versions', (on) =>
  on
    .select({
      ...said,
      at: liveVersions.at,
      change: liveVersions.change,
      note: liveCorrections.note,
      closed: liveVersions.closed,
    })
    .from(liveVersions)
    .leftJoin(
      liveCorrections,
      and(eq(liveCorrections.subject, liveVersions.subject), eq(liveCorrections.seq, liveVersions.seq)),
    )
    .where(and(eq(liveVersions.subject, sql.placeholder('story')), lt(liveVersions.number, sql.placeholder('number'))))
    .orderBy(desc(liveVersions.number))
    .limit(sql.placeholder('size')),
)

const openBefore = prepared('site_open_version', (on) =>
  on
    .select(said)
    .from(liveVersions)
    .where(
      and(
        eq(liveVersions.subject, sql.placeholder('story')),
        lt(liveVersions.number, sql.placeholder('number')),
        eq(liveVersions.closed, false),
      ),
    )
    .orderBy(desc(liveVersions.number))
    .limit(1),
)

/** A story's versions, newest first, each beside the one before it. @param cursor of the page before */
export const listVersions = reader(
  async (story: string, cursor?: string): Promise<{ steps: VersionStep[]; next: string | undefined }> => {
    const number = parseCursor(cursor)?.place ?? Number.MAX_SAFE_INTEGER
    const rows = await before(db, { story, number, size: pageSize + 1 })
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    const more = rows.length > pageSize && last
    const older = more ? (await openBefore(db, { story, number: last.number }))[0] : undefined
    const open: Said[] = [...shown.filter((version) => !version.closed), ...(older ? [older] : [])]
    return {
      steps: shown.map((version) => ({ version, before: open.find((one) => one.number < version.number) })),
      next: more ? toCursor({ publishedAt: last.at, place: last.number }) : undefined,
    }
  },
  { keys: ([story]) => [`story:${story}`] },
)
