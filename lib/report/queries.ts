import { and, asc, count, desc, eq, gt, inArray, lt, or, type SQL } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { may, mayTakeReports } from '#lib/auth/permissions'
import { db, type Reader } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { sections } from '#lib/section/tables'
import { liveSections, liveStories } from '#lib/site/tables'
import { storyProjections } from '#lib/story/log/tables'
import { loadStory } from '#lib/story/queries/load'
import { stories } from '#lib/story/tables'

import { type ReportState, reportStates, reports } from './tables'

/** Reports on one page of the inbox. */
const pageSize = 50

/** A report as the desk has it. */
export type Report = Awaited<ReturnType<typeof listReports>>['reports'][number]

const columns = {
  id: reports.id,
  storyId: reports.storyId,
  passage: reports.passage,
  text: reports.text,
  email: reports.email,
  at: reports.at,
  state: reports.state,
  closedAt: reports.closedAt,
  taken: { id: people.id, name: people.name },
  headline: storyProjections.headline,
  section: sections.name,
  live: { section: liveSections.slug, slug: liveStories.slug },
}

/** What `may(actor, 'publish', story)` says, as a condition on `stories`. */
const theirs = (actor: Actor): SQL | undefined =>
  actor.role === 'admin' || actor.sections === 'all' ? undefined : inArray(stories.sectionId, [...actor.sections])

/**
 * The inbox of whoever publishes the stories: what is open oldest first, the rest newest first.
 * @param after the id of the last one on the page before
 */
export async function listReports(actor: Actor, state: ReportState, after?: string) {
  if (!mayTakeReports(actor)) return { reports: [], more: false }
  const place = after ? await placeOf(after) : undefined
  const [beyond, order] = state === 'open' ? [gt, asc] : [lt, desc]
  const rows = await db
    .select(columns)
    .from(reports)
    .innerJoin(stories, eq(stories.id, reports.storyId))
    .innerJoin(storyProjections, eq(storyProjections.storyId, reports.storyId))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(people, eq(people.id, reports.takenBy))
    .leftJoin(liveStories, eq(liveStories.subject, reports.storyId))
    .leftJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(
      and(
        eq(reports.state, state),
        theirs(actor),
        place && or(beyond(reports.at, place.at), and(eq(reports.at, place.at), beyond(reports.id, place.id))),
      ),
    )
    .orderBy(order(reports.at), order(reports.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize).map(({ live, headline, ...row }) => ({
    ...row,
    headline: headline || 'No headline yet',
    path: live?.section && live.slug ? `/${live.section}/${live.slug}` : undefined,
  }))
  return { reports: shown, more: rows.length > pageSize }
}

const placeOf = async (id: string) =>
  (await db.select({ at: reports.at, id: reports.id }).from(reports).where(eq(reports.id, id)))[0]

/** How many there are in each state. */
export async function countReports(actor: Actor): Promise<Record<ReportState, number>> {
  const none = Object.fromEntries(reportStates.map((state) => [state, 0])) as Record<ReportState, number>
  if (!mayTakeReports(actor)) return none
  const rows = await db
    .select({ state: reports.state, count: count() })
    .from(reports)
    .innerJoin(stories, eq(stories.id, reports.storyId))
    .where(theirs(actor))
    .groupBy(reports.state)
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) }
}

/** How many wait, for the navigation. */
export const countOpenReports = async (actor: Actor): Promise<number> =>
  mayTakeReports(actor)
    ? db
        .select({ count: count() })
        .from(reports)
        .innerJoin(stories, eq(stories.id, reports.storyId))
        .where(and(eq(reports.state, 'open'), theirs(actor)))
        .then(([row]) => row?.count ?? 0)
    : 0

/** An open report of a story, for who corrects it; undefined for everybody else, and for any other. */
export async function findReportOf(actor: Actor, storyId: string, id: string) {
  const [report] = await db
    .select({ id: reports.id, passage: reports.passage, text: reports.text, at: reports.at })
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.storyId, storyId), eq(reports.state, 'open')))
  return report && may(actor, 'publish', await loadStory(db, storyId)) ? report : undefined
}

/** What a person is called. */
export async function nameOf(on: Reader, id: string): Promise<string> {
  const [row] = await on.select({ name: people.name }).from(people).where(eq(people.id, id))
  return row?.name ?? 'Somebody'
}
