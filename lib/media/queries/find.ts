import { and, eq, type SQL } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayUseMedia } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { liveMedia } from '#lib/site/tables'
import { readable } from '#lib/story/queries/readable'
import { stories, storyMedia } from '#lib/story/tables'

import { media } from '../tables'
import { mayEditNow } from './load'

/** All that a screen shows of one thing of the library; undefined when there is none, or none that the actor may see. */
export async function findMedia(actor: Actor, id: string) {
  const [row] = await db
    .select({ media, by: people.name, live: liveMedia.subject })
    .from(media)
    .leftJoin(people, eq(people.id, media.createdBy))
    .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
    .where(eq(media.id, id))
  if (!row || !mayUseMedia(actor, row.media)) return undefined
  const { file: _, folded: __, likeHigh, likeLow, like1, like2, like3, like4, ...rest } = row.media
  const live = row.live !== null
  return { ...rest, by: row.by, live, mayEdit: await mayEditNow(db, actor, { ...rest, live }) }
}

export type MediaOnScreen = NonNullable<Awaited<ReturnType<typeof findMedia>>>

/** Where its files lie, for who may see it on the desk: in the library, or in a story that they read. */
export async function findFile(actor: Actor, id: string) {
  const [row] = await db
    .select({ file: media.file, type: media.type, kind: media.kind, createdBy: media.createdBy, bytes: media.bytes })
    .from(media)
    .where(eq(media.id, id))
  return row && (mayUseMedia(actor, row) || (await isInReadable(actor, id))) ? row : undefined
}

/** Whether a story that they read shows it, or a film whose poster it is. */
async function isInReadable(actor: Actor, id: string): Promise<boolean> {
  const shows = async (what: SQL) => {
    const [story] = await db
      .select({ id: stories.id })
      .from(storyMedia)
      .innerJoin(stories, eq(stories.id, storyMedia.storyId))
      .innerJoin(media, eq(media.id, storyMedia.mediaId))
      .where(and(what, readable(db, actor)))
      .limit(1)
    return story !== undefined
  }
  return (await shows(eq(storyMedia.mediaId, id))) || shows(eq(media.poster, id))
}

/** The captions of a film or sound, for who may see it on the desk; '' while it has none. */
export async function findCaptions(actor: Actor, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ captions: media.captions, createdBy: media.createdBy })
    .from(media)
    .where(eq(media.id, id))
  return row && (mayUseMedia(actor, row) || (await isInReadable(actor, id))) ? row.captions : undefined
}
