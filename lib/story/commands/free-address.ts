import { and, eq, isNull, like, ne, or } from 'drizzle-orm'

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
  return freeSlug(slug, await takenSlugs(tx, id, sectionId, slug))
}

/** Whether another story of the section has the slug, on the desk or for readers. */
export async function isTaken(tx: Tx, id: string, sectionId: string | null, slug: string): Promise<boolean> {
  return sectionId !== null && (await takenSlugs(tx, id, sectionId, slug)).has(slug)
}

async function takenSlugs(tx: Tx, id: string, sectionId: string, slug: string): Promise<Set<string>> {
  const desk = await tx
    .select({ slug: stories.slug })
    .from(stories)
    .where(
      and(
        eq(stories.sectionId, sectionId),
        isNull(stories.spikedAt),
        ne(stories.id, id),
        or(eq(stories.slug, slug), like(stories.slug, `${slug}-%`)),
      ),
    )
  const live = await tx
    .select({ slug: liveStories.slug })
    .from(liveStories)
    .where(
      and(
        eq(liveStories.sectionId, sectionId),
        ne(liveStories.subject, id),
        or(eq(liveStories.slug, slug), like(liveStories.slug, `${slug}-%`)),
      ),
    )
  return new Set([...desk, ...live].map((row) => row.slug))
}
