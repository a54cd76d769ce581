import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { liveAddresses, liveStories } from '#lib/site/tables'

import { freeSlug, numbered } from '../slug'
import { stories, storySchedules } from '../tables'

/**
 * The slug, or the first of slug-2, slug-3 … that no other story of the section has, on the desk or for readers, nor ever
 * had for readers, as their links lead from there to where it is now, or to its withdrawal; nor will have at its hour.
 * @param id the story that wants it
 */
export async function freeAddress(tx: Tx, id: string, sectionId: string | null, slug: string): Promise<string> {
  if (!sectionId || !slug) return slug
  for (let more = 10; ; more *= 10) {
    const asked = [slug, ...Array.from({ length: more }, (_, i) => numbered(slug, i + 2))]
    const taken = await takenOf(tx, id, sectionId, asked)
    if (taken.size < asked.length) return freeSlug(slug, taken)
  }
}

/** A slug that is free, where another story of the section has or had this one; undefined where none has. */
export async function findFreer(
  tx: Tx,
  id: string,
  sectionId: string | null,
  slug: string,
): Promise<string | undefined> {
  const free = await freeAddress(tx, id, sectionId, slug)
  return free === slug ? undefined : free
}

export const addressTaken = (slug: string, free: string) =>
  `Another story of this section has, or had, the address “${slug}”. “${free}” is free.`

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
  const planned = await tx
    .select({ slug: storySchedules.slug })
    .from(storySchedules)
    .where(
      and(
        eq(storySchedules.sectionId, sectionId),
        inArray(storySchedules.slug, slugs),
        // As the index says it.
        sql`${storySchedules.state} = 'waiting' and ${storySchedules.act} = 'publish'`,
        ne(storySchedules.storyId, id),
      ),
    )
  const paths = slugs.map((slug) => `${sectionId}/${slug}`)
  const former = await tx
    .select({ path: liveAddresses.path })
    .from(liveAddresses)
    .where(and(inArray(liveAddresses.path, paths), eq(liveAddresses.kind, 'story'), ne(liveAddresses.subject, id)))
  const left = former.map(({ path }) => path.slice(sectionId.length + 1))
  return new Set([...[...desk, ...live, ...planned].map((row) => row.slug), ...left])
}
