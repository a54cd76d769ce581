import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { newId } from '#lib/id'
import { sections } from '#lib/section/tables'

import { type DeskFields, fieldsFingerprint, type StoryFields } from '../content'
import type { StoryDocument } from '../document/nodes'
import { emptyDocument, toDocument } from '../document/ydoc'
import { noteMedia } from '../log/note-media'
import { loadLog } from '../log/read'
import { seedLog } from '../log/write'
import { plain } from '../presentation'
import { deskFieldsOf, fieldsOf, loadStory } from '../queries/load'
import { slugFrom } from '../slug'
import { stories } from '../tables'
import { ensurePeople, putBylines } from './bylines'
import { freeAddress } from './free-address'
import { ensureTopics, putTopics } from './topics'

export type NewStory = { document?: StoryDocument } & Partial<StoryFields & DeskFields>

/**
 * A new draft. Without a section it gets the actor's, when he has but one; without a byline his own, unless he edits;
 * without a slug it follows the headline.
 * @returns the story's id
 */
export async function createStory(actor: Actor, given: NewStory = {}, now = new Date()): Promise<string> {
  const id = newId()
  await db.write((tx) => insertStory(tx, id, actor, given, now))
  return id
}

/** Makes a draft as `createStory` does, with an id that other stories may name already. */
export async function insertStory(
  tx: Tx,
  id: string,
  actor: Actor,
  { document = emptyDocument(), commissionedWords = null, ...given }: NewStory,
  now: Date,
): Promise<void> {
  const sectionId = given.sectionId === undefined ? onlySection(actor) : given.sectionId
  const fields: StoryFields = {
    main: null,
    dateline: '',
    searchTitle: '',
    searchDescription: '',
    canonicalUrl: '',
    ...plain,
    topics: [],
    people: signs(actor) ? [actor.id] : [],
    ...given,
    sectionId,
    slug: await freeAddress(tx, id, sectionId, given.slug || slugFrom(document.headline)),
  }
  await ensureThere(tx, fields)
  const { topics, people, ...own } = fields
  await tx.insert(stories).values({
    ...own,
    id,
    commissionedWords,
    slugEdited: Boolean(given.slug),
    fieldsFingerprint: fieldsFingerprint(fields),
    createdBy: actor.id,
    createdAt: now,
  })
  await putTopics(tx, id, topics)
  await putBylines(tx, id, people)
  if (fields.main) await noteMedia(tx, id, 'main', [fields.main.media])
  await seedLog(tx, id, document, actor.id, now)
  await appendAudit(tx, { actorId: actor.id, act: 'create', subject: `story:${id}`, at: now })
}

/**
 * A new draft with the text and the fields of another story that the actor may read.
 * @returns the new story's id
 */
export function duplicateStory(actor: Actor, id: string, now = new Date()): Promise<string> {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'read', story)
    const { slug: _, ...fields } = fieldsOf(story)
    return createStory(actor, { ...fields, ...deskFieldsOf(story), document: toDocument(await loadLog(tx, id)) }, now)
  })
}

const onlySection = (actor: Actor) =>
  actor.sections !== 'all' && actor.sections.length === 1 ? (actor.sections[0] ?? null) : null

/** Editors mostly type what others have written; whoever else makes a story signs it. */
const signs = (actor: Actor) => actor.role === 'contributor' || actor.role === 'writer'

async function ensureThere(tx: Tx, { sectionId, topics, people }: StoryFields) {
  if (sectionId && !(await tx.$count(sections, eq(sections.id, sectionId))))
    throw new Refusal('invalid', 'There is no such section.', { sectionId: 'Not there' })
  await ensureTopics(tx, topics)
  await ensurePeople(tx, people)
}
