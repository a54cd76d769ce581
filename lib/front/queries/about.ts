import { inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import type { Reader } from '#lib/db/client'
import { findKnown } from '#lib/media/queries/known'
import { sections } from '#lib/section/tables'
import { type FrontContent, picturesIn, placedIn } from '#lib/site/front/content'
import { liveStories } from '#lib/site/tables'
import { topics } from '#lib/topic/tables'

import type { About } from '../checks'
import { tellStories } from './stories'

/**
 * What a front's checks must know of what it names.
 * @param front its id: what it shows itself is no use elsewhere
 * @param actor who is told of stories that readers do not have; nobody is where none is given
 */
export async function findAbout(on: Reader, front: string, content: FrontContent, actor?: Actor): Promise<About> {
  const placed = placedIn(content).map(({ story }) => story)
  const told = actor ? await tellStories(on, actor, placed) : []
  return {
    headlines: new Map(told.flatMap(({ id, headline }) => (headline === undefined ? [] : [[id, headline] as const]))),
    live: await liveOf(on, placed),
    library: await findKnown(on, front, picturesIn(content)),
    names: await namesOfSources(on, content),
  }
}

/** Those of the stories that readers have. */
export async function liveOf(on: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const rows = await on
    .select({ id: liveStories.subject })
    .from(liveStories)
    .where(inArray(liveStories.subject, [...new Set(ids)]))
  return new Set(rows.map(({ id }) => id))
}

/** Names of the sections and topics that containers are filled from, by id; what is gone is left out. */
export async function namesOfSources(on: Reader, ...contents: FrontContent[]): Promise<Map<string, string>> {
  const sources = contents.flatMap(({ containers }) => containers.map(({ source }) => source))
  const ids = (of: 'section' | 'topic') => [
    ...new Set(sources.flatMap((source) => (source.of === of ? [source.id] : []))),
  ]
  const named = async (table: typeof sections | typeof topics, wanted: string[]) =>
    wanted.length
      ? await on.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, wanted))
      : []
  const gone = new Set(await mergedOf(on, ids('topic')))
  const rows = [...(await named(sections, ids('section'))), ...(await named(topics, ids('topic')))]
  return new Map(rows.filter(({ id }) => !gone.has(id)).map(({ id, name }) => [id, name]))
}

async function mergedOf(on: Reader, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await on.select({ id: topics.id, into: topics.mergedInto }).from(topics).where(inArray(topics.id, ids))
  return rows.filter(({ into }) => into !== null).map(({ id }) => id)
}
