import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { editMedia } from '#lib/media/commands/edit'
import { setPoster } from '#lib/media/commands/film'
import { settleMedia } from '#lib/media/commands/show'
import type { MediaFields } from '#lib/media/fields'
import { media } from '#lib/media/tables'
import { livePerson } from '#lib/people/live'
import { people } from '#lib/people/tables'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'
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
  const at = new Date()
  await db.write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.slug, slug))
    if (!person) throw new Error(`There is no ${slug}.`)
    const { id: subject, name, profile } = person
    await tx
      .update(people)
      .set({ profile: { ...profile, face } })
      .where(eq(people.id, subject))
    const content = { slug, name, title: profile.title, bio: profile.bio, face }
    const kept = { kind: 'person', subject, schema: 1, content, fingerprint: fingerprint(content) } as const
    const revision = await keepRevision(tx, { ...kept, by: by.id, at })
    await release(tx, { act: 'update', live: livePerson, subject, revision, actorId: by.id, at })
    await settleMedia(tx, [face], by.id, at)
  })
  return 'given'
}

export function workWithPictures(by: Actor, order: PictureOrder): Promise<string> {
  if (order.do === 'write') return write(by, order.story)
  if (order.do === 'illustrate') return illustrate(by, order.id, order.main)
  if (order.do === 'describe') return describe(by, order.id, order.said, order.poster)
  return giveFace(by, order.slug, order.face)
}
