import * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { db, type Reader } from '#lib/db/client'
import { createStory, type NewStory } from '#lib/story/commands/create'
import { followLog } from '#lib/story/commands/follow-log'
import { publishStory } from '#lib/story/commands/publish'
import type { Seen } from '#lib/story/commands/seen'
import type { StoryText } from '#lib/story/document/changes'
import { type Block, type StoryDocument, schemaVersion } from '#lib/story/document/nodes'
import { writeDocument } from '#lib/story/document/write'
import { toDocument } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { insertUpdate } from '#lib/story/log/write'
import { loadStory } from '#lib/story/queries/load'

import { when } from './newsroom'

export const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

/** A document of paragraphs with ids p1, p2 … */
export const aDocument = (headline: string, ...paragraphs: string[]): StoryDocument => ({
  schema: schemaVersion,
  headline,
  standfirst: 'What it is about.',
  body: { type: 'doc', content: paragraphs.map((text, i) => paragraph(`p${i + 1}`, text)) },
})

/** A story of river by its maker that could be published as it is. */
export const aStory = (actor: Actor, headline: string, given: NewStory = {}, now = when) =>
  createStory(
    actor,
    { document: aDocument(headline, 'The river rose.'), sectionId: 'river', people: [actor.id], ...given },
    now,
  )

/** What an editor with the story open and everything saved sees. */
export async function seenNow(id: string, on: Reader = db): Promise<Seen> {
  const ydoc = await loadLog(on, id)
  const { version } = await loadStory(on, id)
  return { snapshot: Buffer.from(Y.encodeSnapshot(Y.snapshot(ydoc))).toString('base64'), version }
}

/** As an update, where readers have the story already. */
export const publishNow = async (actor: Actor, id: string, now = when, on: Reader = db) =>
  publishStory(actor, id, await seenNow(id, on), { change: 'update' }, now)

/** One edit of the text, as co-editing would log it. */
export async function typeInto(id: string, by: Actor, edit: (ydoc: Y.Doc) => void, at = when): Promise<void> {
  const ydoc = await loadLog(db, id)
  const before = Y.encodeStateVector(ydoc)
  ydoc.transact(() => edit(ydoc))
  await db.write(async (tx) => {
    await insertUpdate(tx, { storyId: id, update: Y.encodeStateAsUpdate(ydoc, before), by: by.id, at })
    await followLog(tx, id)
  })
}

/** Makes the working copy say this; what is not given stays. */
export const retype = (id: string, by: Actor, wanted: Partial<StoryText>, at = when): Promise<void> =>
  typeInto(id, by, (ydoc) => writeDocument(ydoc, { ...toDocument(ydoc), ...wanted }), at)
