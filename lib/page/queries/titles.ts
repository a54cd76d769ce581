import { inArray } from 'drizzle-orm'

import { db } from '#lib/db/client'

import { pages } from '../tables'

/** What pages are called, by id. What is gone is left out. */
export async function titlesOfPages(ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: pages.id, content: pages.content })
    .from(pages)
    .where(inArray(pages.id, [...ids]))
  return new Map(rows.map(({ id, content }) => [id, content.title || 'No title yet']))
}
