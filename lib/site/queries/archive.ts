import { and, asc, count, desc, gte, lt, max, min, sql } from 'drizzle-orm'

import { db, prepared } from '#lib/db/client'

import { coveringKeys } from '../archive-keys'
import { type Span, spanAt, spanOf, spansIn } from '../calendar'
import { parseCursor } from '../cursor'
import { reader } from '../reader'
import { liveStories } from '../tables'
import { cardKeys, selectCards, toCards } from './cards'
import { after, type Page, toPage, top } from './lists'
import { findPaper } from './paper'

/** How many stories there are in a year, a month or a day. */
export type Counted = { span: Span; stories: number }

const instant = (name: string) => sql.param(sql.placeholder(name), liveStories.publishedAt)
const within = and(gte(liveStories.publishedAt, instant('from')), lt(liveStories.publishedAt, instant('to')))

const between = prepared('site_count_between', (on) => on.select({ stories: count() }).from(liveStories).where(within))

async function counted<Of extends Pick<Span, 'from' | 'to'>>(spans: Of[]) {
  const rows = await Promise.all(spans.map(({ from, to }) => between(db, { from, to })))
  return spans.map((span, i) => ({ span, stories: rows[i]?.[0]?.stories ?? 0 })).filter(({ stories }) => stories > 0)
}

const isAny = reader(
  async (from: number, to: number) => (await counted([{ from: new Date(from), to: new Date(to) }])).length,
  {
    keys: ([from, to]) => coveringKeys(from, to),
  },
)

/**
 * The year, month or day at an address below `/archive`, by the paper's clock; undefined where nothing was published, or
 * what is named is no date.
 */
export async function findSpan(address: string): Promise<Span | undefined> {
  const { zone } = await findPaper()
  const span = spanOf(address, zone)
  return span && (await isAny(span.from.getTime(), span.to.getTime())) ? span : undefined
}

/** The months of a year or the days of a month in which something was published. @param address as of `findSpan` */
export const countParts = reader(
  async (address: string, zone: string): Promise<Counted[]> => {
    const span = spanOf(address, zone)
    return span ? counted(spansIn(span, zone)) : []
  },
  {
    keys: ([address, zone]) => {
      const span = spanOf(address, zone)
      return span ? coveringKeys(span.from.getTime(), span.to.getTime()) : []
    },
  },
)

/** The years in which something was published, the last first, each with its months. */
export const countYears = reader(
  async (zone: string): Promise<(Counted & { months: Counted[] })[]> => {
    const [ends] = await db
      .select({ first: min(liveStories.publishedAt), last: max(liveStories.publishedAt) })
      .from(liveStories)
    if (!ends?.first || !ends.last) return []
    const years: Span[] = []
    for (let at = ends.last; at >= ends.first; ) {
      const year = spanAt(at, 1, zone)
      years.push(year)
      at = new Date(year.from.getTime() - 1)
    }
    const months = await Promise.all(years.map((year) => counted(spansIn(year, zone))))
    return years
      .map((span, i) => ({ span, months: months[i] ?? [] }))
      .map((year) => ({ ...year, stories: year.months.reduce((sum, month) => sum + month.stories, 0) }))
      .filter(({ stories }) => stories > 0)
  },
  { keys: () => ['latest:'] },
)

const longDay = 60

const listed = prepared('site_between', (on) =>
  selectCards(on)
    .where(and(within, after(liveStories.publishedAt, liveStories.id)))
    .limit(sql.placeholder('size')),
)

/** Stories of a stretch of time, newest first. @param from ms @param to ms, not within it */
export const listBetween = reader(
  async (from: number, to: number, before?: string, size: number = longDay): Promise<Page> => {
    const bounds = { from: new Date(from), to: new Date(to) }
    return toPage(await toCards(await listed(db, { ...bounds, size: size + 1, ...(parseCursor(before) ?? top) })), size)
  },
  { keys: ([from, to], { cards }) => [...coveringKeys(from, to), ...cardKeys(cards)] },
)

const lastBefore = prepared('site_last_before', (on) =>
  on
    .select({ at: liveStories.publishedAt })
    .from(liveStories)
    .where(lt(liveStories.publishedAt, instant('from')))
    .orderBy(desc(liveStories.publishedAt))
    .limit(1),
)

const firstAfter = prepared('site_first_after', (on) =>
  on
    .select({ at: liveStories.publishedAt })
    .from(liveStories)
    .where(gte(liveStories.publishedAt, instant('to')))
    .orderBy(asc(liveStories.publishedAt))
    .limit(1),
)

/** When something was last published before a stretch of time, and first after it: whatever is empty is skipped. */
export const findAround = reader(
  async (from: number, to: number) => {
    const [[before], [next]] = await Promise.all([
      lastBefore(db, { from: new Date(from) }),
      firstAfter(db, { to: new Date(to) }),
    ])
    return { before: before?.at, after: next?.at }
  },
  {
    // With the neighbours go what would come to stand between.
    keys: ([from, to], { before, after: next }) => [
      ...(before ? coveringKeys(before.getTime(), from) : ['latest:']),
      ...(next ? coveringKeys(to, next.getTime() + 1) : ['latest:']),
    ],
  },
)
