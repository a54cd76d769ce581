import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'

import { type DeskFields, fieldsFingerprint, type StoryFields } from '../content'
import { ensureNotHeld } from '../hold'
import { noteMedia } from '../log/note-media'
import { storyProjections } from '../log/tables'
import { deskFieldsOf, fieldsOf, type LoadedStory, loadStory } from '../queries/load'
import { stories } from '../tables'
import { ensureNotSpiked } from '../workflow'
import { noteEdit } from './spells'

/** The fields that stand in `stories` itself. */
export type OwnFields = Omit<StoryFields, 'topics' | 'people'> & DeskFields

/**
 * Loads a story whose fields the actor is about to change.
 * @param seen the version that the actor had on screen
 * @param yours what he wants to write, shown beside what stands there when somebody was faster
 * @throws Refusal `not-found`, `forbidden`, `rule` (spiked, taken over), `conflict` with detail `{ version, theirs, yours }`, where
 *   `theirs` are all fields as they stand
 */
export async function loadForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  seen: number,
  yours: Partial<StoryFields & DeskFields>,
  now: Date,
): Promise<LoadedStory> {
  const story = await loadStory(tx, id)
  ensure(actor, 'edit', story)
  ensureNotSpiked(story)
  ensureNotHeld(actor, story, now)
  if (story.version !== seen) {
    throw new Refusal(
      'conflict',
      'Somebody else changed this story meanwhile. Nothing of yours was written.',
      {},
      { version: story.version, theirs: { ...fieldsOf(story), ...deskFieldsOf(story) }, yours },
    )
  }
  return story
}

/**
 * Writes fields with their fingerprint and the next version.
 * @param edited who edited them and when, for the list; left out where no person did
 * @returns the next version
 */
export async function writeFields(
  tx: Tx,
  story: LoadedStory,
  change: Partial<StoryFields & DeskFields> & { slugEdited?: boolean },
  edited?: { by: string; at: Date },
): Promise<number> {
  const { topics, people, ...own } = change
  const version = story.version + 1
  if (edited) await noteEdit(tx, story, edited)
  await tx
    .update(stories)
    .set({ ...own, version, fieldsFingerprint: fieldsFingerprint({ ...fieldsOf(story), ...change }) })
    .where(eq(stories.id, story.id))
  if (change.main !== undefined) await noteMedia(tx, story.id, 'main', change.main ? [change.main.media] : [])
  if (edited)
    await tx
      .update(storyProjections)
      .set({ editedAt: edited.at, editedBy: edited.by })
      .where(eq(storyProjections.storyId, story.id))
  return version
}
