import type { Actor } from '#lib/auth/actor'
import type { Tx } from '#lib/db/client'

import type { StoryFields } from '../content'
import { fieldsOf, loadStory } from '../queries/load'
import { isAddressFixed } from '../queries/plans'
import { stillThere } from '../queries/still-there'
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
  const follows = !story.slugEdited && !(await isAddressFixed(tx, id))
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
