import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { editMedia } from '#lib/media/commands/edit'
import { setPoster } from '#lib/media/commands/film'
import type { MediaFields } from '#lib/media/fields'
import { media } from '#lib/media/tables'
import { setFace } from '#lib/people/commands/face'
import { people } from '#lib/people/tables'
import { listSections } from '#lib/section/queries'
import { createStory } from '#lib/story/commands/create'
import { setFields } from '#lib/story/commands/fields'
import { type Block, type MediaUse, schemaVersion } from '#lib/story/document/nodes'
import { loadStory } from '#lib/story/queries/load'
import { publishNow } from '#lib/testing/stories'

/** A story with its blocks; `section` is a slug. */
export type Written = {
  headline: string
  standfirst?: string
  section: string
  blocks: Block[]
  main?: MediaUse
  people?: string[]
}
export type PictureOrder =
  | { do: 'write'; story: Written }
  | { do: 'illustrate'; id: string; main: MediaUse | null }
  | { do: 'describe'; id: string; said: Partial<MediaFields>; poster?: string }
  | { do: 'give-face'; slug: string; face: string }

/** @returns the story's id; it is not published */
async function write(by: Actor, { section, headline, standfirst = '', blocks, main = undefined, ...rest }: Written) {
  const sectionId = (await listSections()).find(({ slug }) => slug === section)?.id
  if (!sectionId) throw new Error(`There is no section ${section}.`)
  const document = { schema: schemaVersion, headline, standfirst, body: { type: 'doc' as const, content: blocks } }
  return createStory(by, { document, sectionId, people: rest.people ?? [by.id], ...(main && { main }) })
}

/** Gives a story, live or not yet, its main picture, and readers the story. */
async function illustrate(by: Actor, id: string, main: MediaUse | null) {
  await setFields(by, id, (await loadStory(db, id)).version, { main })
  await publishNow(by, id, new Date())
  return 'illustrated'
}

async function describe(by: Actor, id: string, said: Partial<MediaFields>, poster?: string) {
  const [row] = await db.select({ version: media.version }).from(media).where(eq(media.id, id))
  const version = await editMedia(by, id, row?.version ?? 0, said)
  if (poster) await setPoster(by, id, version, poster)
  return 'described'
}

async function giveFace(by: Actor, slug: string, face: string) {
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.slug, slug))
  if (!person) throw new Error(`There is no ${slug}.`)
  await setFace(by, person.id, face)
  return 'given'
}

export function workWithPictures(by: Actor, order: PictureOrder): Promise<string> {
  if (order.do === 'write') return write(by, order.story)
  if (order.do === 'illustrate') return illustrate(by, order.id, order.main)
  if (order.do === 'describe') return describe(by, order.id, order.said, order.poster)
  return giveFace(by, order.slug, order.face)
}
