import { asc, count, eq } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { stories } from '#lib/story/tables'

import { sections } from './tables'

const columns = {
  id: sections.id,
  slug: sections.slug,
  name: sections.name,
  colour: sections.colour,
  position: sections.position,
  version: sections.version,
}

/** The paper's sections in its order; everybody at the desk may know them. */
export const listSections = (on: Reader = db) =>
  on.select(columns).from(sections).orderBy(asc(sections.position), asc(sections.id))

/** How many stories, spiked ones too, each section holds on the desk; sections without one are absent. */
export async function countStories(): Promise<Map<string, number>> {
  const rows = await db.select({ id: stories.sectionId, stories: count() }).from(stories).groupBy(stories.sectionId)
  return new Map(rows.flatMap((row) => (row.id ? [[row.id, row.stories] as const] : [])))
}

/** @throws Refusal `not-found` */
export async function loadSection(on: Reader, id: string) {
  const [section] = await on.select(columns).from(sections).where(eq(sections.id, id))
  if (!section) throw notFound('This section')
  return section
}
