import { and, eq, isNotNull, lte } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { people } from '#lib/people/tables'
import type { Bar } from '#lib/site/breaking'
import { liveAddresses, livePages, liveSections, liveStories } from '#lib/site/tables'

import { breakingBars } from './tables'

/** The one bar of the paper. */
export const bar = 'bar'

/** The bar with who set it; `version` 0 while nobody ever has. */
export type BarNow = { content: Bar | null; until: Date | null; by: string; at: Date | null; version: number }

export async function findBar(on: Reader = db): Promise<BarNow> {
  const [row] = await on
    .select({
      content: breakingBars.content,
      until: breakingBars.until,
      by: people.name,
      at: breakingBars.setAt,
      version: breakingBars.version,
    })
    .from(breakingBars)
    .leftJoin(people, eq(people.id, breakingBars.setBy))
    .where(eq(breakingBars.id, bar))
  return row ? { ...row, by: row.by ?? '' } : { content: null, until: null, by: '', at: null, version: 0 }
}

/** Whether the bar's time is over. */
export async function isBarDue(now: Date, on: Reader = db): Promise<boolean> {
  const due = and(isNotNull(breakingBars.content), lte(breakingBars.until, now))
  return (await on.select({ id: breakingBars.id }).from(breakingBars).where(due).limit(1)).length > 0
}

/** The live story at a path of two parts, `/politics/who-sits-where`. */
export async function findStoryAt(on: Reader, path: string): Promise<string | undefined> {
  const [, place = '', slug = ''] = path.split(/[/?#]/)
  const [row] = await on
    .select({ id: liveStories.subject })
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(and(eq(liveSections.slug, place), eq(liveStories.slug, slug)))
  return row?.id
}

/** Whether readers have a section, or a page of the paper's own, at an address of one part, or are led on from there. */
export async function isPlace(on: Reader, slug: string): Promise<boolean> {
  const found = await Promise.all([
    on.$count(liveSections, eq(liveSections.slug, slug)),
    on.$count(livePages, eq(livePages.slug, slug)),
    on.$count(liveAddresses, and(eq(liveAddresses.path, `/${slug}`), eq(liveAddresses.state, 'moved'))),
  ])
  return found.some((count) => count > 0)
}

/** Where a live story stands, and its headline; nothing of one that readers do not have. */
export async function findToLead(id: string): Promise<{ path: string; headline: string } | undefined> {
  const [row] = await db
    .select({ place: liveSections.slug, slug: liveStories.slug, headline: liveStories.headline })
    .from(liveStories)
    .innerJoin(liveSections, eq(liveSections.subject, liveStories.sectionId))
    .where(eq(liveStories.subject, id))
  return row && { path: `/${row.place}/${row.slug}`, headline: row.headline }
}
