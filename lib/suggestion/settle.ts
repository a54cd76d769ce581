import * as Y from 'yjs'

import type { StoryText } from '#lib/story/document/changes'
import { lines } from '#lib/story/document/parts'
import { writeDocument } from '#lib/story/document/write'
import { bodyOf, toDocument } from '#lib/story/document/ydoc'

import { applied, merge, placeOf } from './merge'

/**
 * Who the server's own edits are by in a Y.Doc: one in the story's, one in a fork's own rows. The server writes one at a
 * time, so a number serves for good. Lower than any browser's: of two texts put at one place its own stands first, and
 * what a suggester goes on typing behind words that were just accepted still stands behind them.
 */
const STORY_WRITER = 1
const FORK_WRITER = 2

export const serverWriters = [STORY_WRITER, FORK_WRITER]

/** Makes the story say this. @returns what that adds to its log */
export const editStory = (story: Y.Doc, wanted: StoryText): Uint8Array => edit(story, STORY_WRITER, wanted)

/** The same for a fork. */
export const editFork = (fork: Y.Doc, wanted: StoryText): Uint8Array => edit(fork, FORK_WRITER, wanted)

const edit = (ydoc: Y.Doc, writer: number, wanted: StoryText) =>
  written(ydoc, writer, () => writeDocument(ydoc, wanted))

/** @returns what is written, as an update; an empty one where nothing is */
function written(ydoc: Y.Doc, writer: number, write: (transaction: Y.Transaction) => void): Uint8Array {
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(new Y.Doc())]
  const keep = (update: Uint8Array) => updates.push(update)
  ydoc.clientID = writer
  ydoc.on('update', keep)
  ydoc.transact(write)
  ydoc.off('update', keep)
  return Y.mergeUpdates(updates)
}

/**
 * A fork follows its story, and in these places says what the story says; all in one transaction. Accepted words are in
 * both by now: the story's stay, so that what editors do with them later reaches the fork.
 * @param places as `placeOf` names them
 * @param keep of a block that both have made: `own` where its author may be writing in his, else the story's
 * @returns what it adds to the fork's log
 */
export function settle(fork: Y.Doc, story: Y.Doc, places: ReadonlySet<string>, keep: 'own' | 'story'): Uint8Array {
  catchUpWith(fork, story)
  const known = Y.decodeStateVector(Y.encodeStateVector(story))
  const own = ({ _item }: Type) => _item !== null && isOwn(_item, known)
  return written(fork, FORK_WRITER, (transaction) => {
    for (const line of lines)
      if (places.has(placeOf({ part: line, at: line }))) dropWords(fork.getXmlFragment(line), transaction, known)
    const blocks = bodyOf(fork).toArray() as Y.XmlElement[]
    const idOf = (block: Y.XmlElement) => block.getAttribute('id') as string
    const [owned, others] = [new Set<string>(), new Set<string>()]
    for (const block of blocks) (own(block) ? owned : others).add(idOf(block))
    for (const block of blocks) {
      const id = idOf(block)
      const twin = owned.has(id) && others.has(id)
      if (!places.has(placeOf({ part: 'body', at: id }))) continue
      if (twin && own(block) !== (keep === 'own')) block._item?.delete(transaction)
      else if (!own(block)) dropWords(block, transaction, known)
    }
    const entries = merge(toDocument(story), toDocument(fork))
    writeDocument(
      fork,
      applied(entries, (entry) => !places.has(placeOf(entry))),
    )
  })
}

/** Brings into a fork what its story has and it has not. */
export const catchUpWith = (fork: Y.Doc, story: Y.Doc): void =>
  Y.applyUpdate(fork, Y.encodeStateAsUpdate(story, Y.encodeStateVector(fork)))

type Type = { _start: Y.Item | null; _item: Y.Item | null }

const isOwn = ({ id }: Y.Item, known: Map<number, number>) => id.clock >= (known.get(id.client) ?? 0)

/** Of the story's own lines of text, what the suggester put in. */
function dropWords(within: Type, transaction: Y.Transaction, known: Map<number, number>) {
  for (let item = within._start; item; item = item.right) {
    if (item.deleted) continue
    if (isOwn(item, known)) {
      if (within instanceof Y.XmlText) item.delete(transaction)
    } else if (item.content instanceof Y.ContentType) dropWords(item.content.type, transaction, known)
  }
}
