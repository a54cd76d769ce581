import { and, eq, exists, max, type SQL, sql } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { publications, revisions } from '#lib/publication/tables'
import { liveAddresses, liveSections, liveStories } from '#lib/site/tables'

import { storyFingerprint } from '../content'
import { storyProjections } from '../log/tables'
import { stories } from '../tables'

/** What readers have of a story. */
export type PublishState =
  | { state: 'unpublished' }
  | {
      state: 'live'
      /** First publication, and the last change of the text that readers were told of. */
      publishedAt: Date
      updatedAt: Date
      /** Number of the revision that readers see. */
      revision: number
      path: string
      /** Whether the working copy says something else than readers see; the text is told at most 1 s late. */
      waiting: boolean
    }
  | { state: 'withdrawn'; at: Date; note: string }

/** What readers have of the story; for a story that the caller may read. */
export async function findPublishState(id: string, on: Reader = db): Promise<PublishState> {
  const [live] = await on
    .select(liveColumns)
    .from(stories)
    .innerJoin(storyProjections, eq(storyProjections.storyId, stories.id))
    .innerJoin(liveStories, eq(liveStories.subject, stories.id))
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .innerJoin(revisions, eq(revisions.id, liveStories.revision))
    .where(eq(stories.id, id))
  if (live) return stateOfLive(live)
  const [gone] = await on
    .select({ at: max(liveAddresses.at), note: max(liveAddresses.note) })
    .from(liveAddresses)
    .where(and(eq(liveAddresses.kind, 'story'), eq(liveAddresses.subject, id), eq(liveAddresses.state, 'gone')))
  return gone?.at ? { state: 'withdrawn', at: gone.at, note: gone.note ?? '' } : { state: 'unpublished' }
}

const liveColumns = {
  publishedAt: liveStories.publishedAt,
  updatedAt: liveStories.updatedAt,
  slug: liveStories.slug,
  section: liveSections.slug,
  revision: revisions.number,
  fingerprint: revisions.fingerprint,
  text: storyProjections.fingerprint,
  fields: stories.fieldsFingerprint,
}

type LiveRow = {
  publishedAt: Date
  updatedAt: Date
  slug: string
  section: string
  revision: number
  fingerprint: string
  text: string
  fields: string
}

const stateOfLive = (row: LiveRow): PublishState => ({
  state: 'live',
  publishedAt: row.publishedAt,
  updatedAt: row.updatedAt,
  revision: row.revision,
  path: `/${row.section}/${row.slug}`,
  waiting: row.fingerprint !== storyFingerprint(row.text, row.fields),
})

/** As a condition on `stories`, joined with its projection and the live revision: changes wait. */
export const waits = sql`${revisions.fingerprint} <> (${storyProjections.fingerprint} || '.' || ${stories.fieldsFingerprint})`

/** As a condition on `stories`: its addresses tell readers that it was taken down. */
export const isWithdrawn = (on: Reader): SQL =>
  exists(
    on
      .select({ one: sql`1` })
      .from(liveAddresses)
      .where(
        and(eq(liveAddresses.kind, 'story'), eq(liveAddresses.subject, stories.id), eq(liveAddresses.state, 'gone')),
      ),
  )

/** Whether readers have the story now. */
export const isLive = async (on: Reader, id: string): Promise<boolean> =>
  (await on.$count(liveStories, eq(liveStories.subject, id))) > 0

/** Whether readers ever had the story; its slug then no longer follows the headline. */
export async function wasPublished(on: Reader, id: string): Promise<boolean> {
  const [act] = await on
    .select({ seq: publications.seq })
    .from(publications)
    .where(and(eq(publications.kind, 'story'), eq(publications.subject, id)))
    .limit(1)
  return act !== undefined
}
