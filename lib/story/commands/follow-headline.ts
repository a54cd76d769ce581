import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'

import { fieldsFingerprint } from '../content'
import { fieldsOf, type LoadedStory, loadStory } from '../queries/load'
import { isAddressFixed } from '../queries/plans'
import { slugFrom } from '../slug'
import { stories } from '../tables'
import { freeAddress } from './free-address'

/** The slug that a story has by its headline; its own, once it was edited, published or scheduled. */
export async function slugByHeadline(
  tx: Tx,
  story: LoadedStory,
  headline: string,
  sectionId = story.sectionId,
): Promise<string> {
  if (story.slugEdited || (await isAddressFixed(tx, story.id))) return story.slug
  return freeAddress(tx, story.id, sectionId, slugFrom(headline))
}

/** Lets the slug follow a new headline; not an edit of the fields, so the version stays. */
export async function followHeadline(tx: Tx, id: string, headline: string): Promise<void> {
  const story = await loadStory(tx, id)
  const slug = await slugByHeadline(tx, story, headline)
  if (slug === story.slug) return
  await tx
    .update(stories)
    .set({ slug, fieldsFingerprint: fieldsFingerprint({ ...fieldsOf(story), slug }) })
    .where(eq(stories.id, id))
}
