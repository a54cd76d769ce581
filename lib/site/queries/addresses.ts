import { and, desc, eq, type SQL, sql } from 'drizzle-orm'

import { db, prepared, type Reader } from '#lib/db/client'

import { record } from '../context'
import {
  liveAddresses,
  livePages,
  livePeople,
  liveSections,
  liveSeries,
  liveStories,
  liveStoryTopics,
  liveTopics,
} from '../tables'
import { storyPath } from './cards'
import { sectionColumns } from './paper'
import { findSeries } from './series'

// Anybody can ask for what never was, so these are compiled once.
const sectionAt = prepared('site_section_at', (on) =>
  on
    .select({ id: liveSections.subject })
    .from(liveSections)
    .where(eq(liveSections.slug, sql.placeholder('place'))),
)

const newestAt = prepared('site_address', (on) =>
  on
    .select({
      state: liveAddresses.state,
      subject: liveAddresses.subject,
      target: liveAddresses.target,
      note: liveAddresses.note,
      at: liveAddresses.at,
      seq: liveAddresses.seq,
    })
    .from(liveAddresses)
    .where(and(eq(liveAddresses.path, sql.placeholder('path')), eq(liveAddresses.kind, sql.placeholder('kind'))))
    .orderBy(desc(liveAddresses.seq))
    .limit(1),
)

const storyRows = (on: Reader, where: SQL | undefined) =>
  on
    .select({ id: liveStories.subject, slug: liveStories.slug, section: sectionColumns })
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(where)

const storyAt = prepared('site_story_at', (on) =>
  storyRows(
    on,
    and(eq(liveStories.sectionId, sql.placeholder('section')), eq(liveStories.slug, sql.placeholder('slug'))),
  ),
)

/** Where an address leads (to itself while something stands there), or when and with what note it was withdrawn. */
export type Former = { state: 'moved'; to: string } | { state: 'gone'; at: Date; note: string }

type Row = { state: 'moved' | 'gone'; subject: string; target: string; note: string; at: Date; seq: number }

/** What an address was, found in one step whatever lay between; undefined when nothing ever stood there. */
export async function findFormer(path: string): Promise<Former | undefined> {
  const [, first = '', second, more, ...rest] = path.split('/')
  if (!first || rest.length) return undefined
  if (more !== undefined)
    return more === 'versions' && second ? versionsOf(await formerStory(first, second)) : undefined
  if (!second) return formerPlace(`/${first}`)
  if (first === 'topics') return moved(await newest('topic', path), pathOfTopic)
  if (first === 'series') return moved(await newest('series', path), pathOfSeries)
  if (first === 'bylines') return moved(await newest('person', path), pathOfPerson)
  return formerStory(first, second)
}

/** A section, or a page of the paper's own: whichever stood there last. */
async function formerPlace(path: string): Promise<Former | undefined> {
  const [section, page] = [await newest('section', path), await newest('page', path)]
  return page && page.seq > (section?.seq ?? 0) ? moved(page, pathOfPage) : moved(section, pathOfSection)
}

/** The versions of a story are where the story is. */
const versionsOf = (story: Former | undefined): Former | undefined =>
  story?.state === 'moved' ? { ...story, to: `${story.to}/versions` } : story

async function formerStory(place: string, slug: string): Promise<Former | undefined> {
  const section = await sectionOnceAt(place)
  if (!section) return undefined
  const address = `${section}/${slug}`
  const [here] = await storyAt(db, { section, slug })
  record([`path:${address}`, `section:${section}`, ...(here ? [`story:${here.id}`] : [])])
  if (here) return { state: 'moved', to: storyPath(here) }
  const row = await newest('story', address)
  return row?.state === 'gone' ? { state: 'gone', at: row.at, note: row.note } : moved(row, pathOfStory)
}

/** The section that stands at `/<place>` or stood there last. */
async function sectionOnceAt(place: string): Promise<string | undefined> {
  const [live] = await sectionAt(db, { place })
  return live?.id ?? (await newest('section', `/${place}`))?.target
}

async function newest(kind: string, path: string): Promise<Row | undefined> {
  record([`path:${path}`])
  const [row] = await newestAt(db, { kind, path })
  return row
}

/** Where a moved address leads; one whose target is not live leads nowhere. */
async function moved(
  row: Row | undefined,
  pathOf: (id: string) => Promise<string | undefined>,
): Promise<Former | undefined> {
  if (row?.state !== 'moved') return row && { state: 'gone', at: row.at, note: row.note }
  const to = await pathOf(row.target)
  return to === undefined ? undefined : { state: 'moved', to }
}

async function pathOfStory(id: string) {
  record([`story:${id}`])
  const [row] = await storyRows(db, eq(liveStories.subject, id))
  if (row) record([`section:${row.section.id}`])
  return row && storyPath(row)
}

async function pathOfSection(id: string) {
  record([`section:${id}`])
  const [row] = await db.select({ slug: liveSections.slug }).from(liveSections).where(eq(liveSections.subject, id))
  return row && `/${row.slug}`
}

async function pathOfPage(id: string) {
  record([`page:${id}`])
  const [row] = await db.select({ slug: livePages.slug }).from(livePages).where(eq(livePages.subject, id))
  return row && `/${row.slug}`
}

/** Of a topic that has stories. One that took another over may have been taken over since; a few steps are followed. */
async function pathOfTopic(id: string, steps = 5): Promise<string | undefined> {
  record([`topic:${id}`])
  const [row] = await db
    .select({ slug: liveTopics.slug })
    .from(liveTopics)
    .innerJoin(liveStoryTopics, eq(liveStoryTopics.topicId, liveTopics.subject))
    .where(eq(liveTopics.subject, id))
    .limit(1)
  if (row) return `/topics/${row.slug}`
  const [next] = await db
    .select({ target: liveAddresses.target })
    .from(liveAddresses)
    .where(and(eq(liveAddresses.kind, 'topic'), eq(liveAddresses.subject, id), eq(liveAddresses.state, 'moved')))
    .orderBy(desc(liveAddresses.seq))
    .limit(1)
  return next && next.target !== id && steps > 0 ? pathOfTopic(next.target, steps - 1) : undefined
}

async function pathOfPerson(id: string) {
  record([`person:${id}`])
  const [row] = await db.select({ slug: livePeople.slug }).from(livePeople).where(eq(livePeople.subject, id))
  return row && `/bylines/${row.slug}`
}

/** Of a series that has a part which readers have. */
async function pathOfSeries(id: string) {
  record([`series:${id}`])
  const [row] = await db.select({ slug: liveSeries.slug }).from(liveSeries).where(eq(liveSeries.subject, id))
  return row && (await findSeries(row.slug)) ? `/series/${row.slug}` : undefined
}
