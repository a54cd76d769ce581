import { inArray } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import type { Tx } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { topics } from '#lib/topic/tables'

import type { StoryFields } from '../content'
import { fieldsOf, loadStory } from '../queries/load'
import { wasPublished } from '../queries/publish-state'
import { setBylines } from './bylines'
import { setFields } from './fields'
import { setTopics } from './topics'

/**
 * Writes fields of a version, by the commands that write them, each with what it demands. A slug that follows the
 * headline goes on doing so.
 * @param seen the version of the fields on screen
 */
export async function restoreFields(
  tx: Tx,
  actor: Actor,
  id: string,
  seen: number,
  version: StoryFields,
  wanted: (keyof StoryFields)[],
  now: Date,
) {
  const story = await loadStory(tx, id)
  const follows = !story.slugEdited && !(await wasPublished(tx, id))
  const [stands, kept] = [fieldsOf(story), await stillThere(tx, version)]
  const names = wanted.filter((name) => !same(kept[name], stands[name]) && !(name === 'slug' && follows))
  const own = Object.fromEntries(names.filter((name) => !isList(name)).map((name) => [name, kept[name]]))
  let next = seen
  if (Object.keys(own).length) next = (await setFields(actor, id, next, own, now)).version
  if (names.includes('topics')) next = await setTopics(actor, id, next, kept.topics, now)
  // The byline last: it may be what lets the actor change the rest.
  if (names.includes('people')) await setBylines(actor, id, next, kept.people, now)
}

const isList = (name: keyof StoryFields) => name === 'topics' || name === 'people'
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Topics that others took over are those now; of what is gone nothing can be restored. */
async function stillThere(tx: Tx, fields: StoryFields): Promise<StoryFields> {
  const known = fields.topics.length
    ? await tx
        .select({ id: topics.id, mergedInto: topics.mergedInto })
        .from(topics)
        .where(inArray(topics.id, fields.topics))
    : []
  const became = new Map(known.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
  const there = fields.people.length
    ? await tx.select({ id: people.id }).from(people).where(inArray(people.id, fields.people))
    : []
  const persons = new Set(there.map(({ id }) => id))
  return {
    ...fields,
    topics: [...new Set(fields.topics.flatMap((id) => became.get(id) ?? []))],
    people: fields.people.filter((id) => persons.has(id)),
  }
}
