import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { liveStories } from '#lib/site/tables'

import { freeSlug } from '../slug'
import { stories } from '../tables'

/**
 * The slug, or the first of slug-2, slug-3 … that no other story of the section has, on the desk or for readers.
 * @param id the story that wants it
 */
export async function freeAddress(tx: Tx, id: string, sectionId: string | null, slug: string): Promise<string> {
  if (!sectionId || !slug) return slug
  for (let more = 10; ; more *= 10) {
    const asked = [slug, ...Array.from({ length: more }, (_, i) => `${slug}-${i + 2}`)]
    const taken = await takenOf(tx, id, sectionId, asked)
    if (taken.size < asked.length) return freeSlug(slug, taken)
  }
}

/** Whether another story of the section has the slug, on the desk or for readers. */
export async function isTaken(tx: Tx, id: string, sectionId: string | null, slug: string): Promise<boolean> {
  return sectionId !== null && (await takenOf(tx, id, sectionId, [slug])).size > 0
}

/** Each slug is looked up by itself: to search all of a section's stories takes a tenth of a second where there are many. */
async function takenOf(tx: Tx, id: string, sectionId: string, slugs: string[]): Promise<Set<string>> {
  const desk = await tx
    .select({ slug: stories.slug })
    .from(stories)
    .where(
      and(
        eq(stories.sectionId, sectionId),
        inArray(stories.slug, slugs),
        isNull(stories.spikedAt),
        // As the index says it, or it would not be used.
        sql`${stories.slug} <> ''`,
        ne(stories.id, id),
      ),
    )
  const live = await tx
    .select({ slug: liveStories.slug })
    .from(liveStories)
    .where(and(eq(liveStories.sectionId, sectionId), inArray(liveStories.slug, slugs), ne(liveStories.subject, id)))
  return new Set([...desk, ...live].map((row) => row.slug))
}
