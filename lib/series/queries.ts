import { asc, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayEditSeries } from '#lib/auth/permissions'
import { db, type Reader } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { type ToldStory, tellStories } from '#lib/front/queries/stories'
import { liveSeries, liveSeriesParts } from '#lib/site/tables'

import { series } from './tables'

const columns = {
  id: series.id,
  slug: series.slug,
  name: series.name,
  standfirst: series.standfirst,
  parts: series.parts,
  version: series.version,
}

/** A series at the desk; a part that the actor may not know of has no headline. */
export type DeskSeries = {
  id: string
  slug: string
  name: string
  standfirst: string
  version: number
  parts: ToldStory[]
  /** Whether readers have it, and whether the draft says something else by now. */
  live: boolean
  waits: boolean
}

/** All series by name, for those who make them. */
export async function listSeries(actor: Actor): Promise<DeskSeries[]> {
  if (!mayEditSeries(actor)) return []
  const [rows, live, parts] = await Promise.all([
    db.select(columns).from(series).orderBy(asc(series.name), asc(series.id)),
    db.select().from(liveSeries),
    db.select().from(liveSeriesParts).orderBy(asc(liveSeriesParts.position)),
  ])
  const told = new Map(
    (
      await tellStories(
        db,
        actor,
        rows.flatMap((row) => row.parts),
      )
    ).map((story) => [story.id, story]),
  )
  return rows.map((row) => {
    const now = live.find(({ subject }) => subject === row.id)
    const had = parts.filter(({ subject }) => subject === row.id).map(({ storyId }) => storyId)
    const same =
      now?.slug === row.slug &&
      now.name === row.name &&
      now.standfirst === row.standfirst &&
      had.join() === row.parts.join()
    return {
      ...row,
      parts: row.parts.map((id) => told.get(id) ?? { id, state: 'hidden' as const }),
      live: now !== undefined,
      waits: !same,
    }
  })
}

/** @throws Refusal `not-found` */
export async function loadSeries(on: Reader, id: string) {
  const [row] = await on.select(columns).from(series).where(eq(series.id, id))
  if (!row) throw notFound('This series')
  return row
}
