import { randomUUID } from 'node:crypto'

import { and, desc, eq, isNotNull } from 'drizzle-orm'

import { db, type Tx } from '#lib/db/client'
import { wordsOf } from '#lib/db/fold'
import { notFound } from '#lib/errors'

import { textFingerprint } from '../content'
import { mediaIdsOf } from '../document/media-uses'
import type { StoryDocument } from '../document/nodes'
import { bodyText, countWords } from '../document/text'
import { seedUpdate, toDocument } from '../document/ydoc'
import { noteMedia } from './note-media'
import { loadLog } from './read'
import { storyLog, storyProjections } from './tables'

const key = Symbol.for('stet.process')
const held = globalThis as { [key]?: string }

/** Names this process in the log, so that it can skip its own rows when it tails; on globalThis, as modules exist twice. */
export function processId(): string {
  held[key] ??= randomUUID()
  return held[key]
}

/** @property fork whose suggestions it belongs to; none: the story's own text */
export type Edit = { storyId: string; fork?: string; update: Uint8Array; by: string | null; at: Date }

/** Adds a Yjs update to a story's log; `by` is null for what no person did. */
export async function insertUpdate(tx: Pick<Tx, 'insert'>, edit: Edit): Promise<void> {
  await tx.insert(storyLog).values({ ...edit, process: processId() })
}

/**
 * Adds what a command did to a text, not somebody's connection: no process has it in its open rooms yet, so that each
 * takes it from the log, this one too.
 */
export async function insertServerEdit(tx: Pick<Tx, 'insert'>, edit: Edit): Promise<void> {
  await tx.insert(storyLog).values({ ...edit, process: '' })
}

/** The same in a commit shared with whoever else is typing; resolves when it is kept. */
export const appendUpdate = (edit: Edit): Promise<void> => db.append((tx) => insertUpdate(tx, edit))

/**
 * Writes what lists need of the story's text, as its log has it now. The last edit is the last that a person made;
 * its time never goes back.
 * @throws Refusal `not-found` where there is neither text nor projection: the story is gone
 */
export async function project(tx: Tx, storyId: string): Promise<void> {
  const document = toDocument(await loadLog(tx, storyId))
  const row = {
    headline: document.headline,
    folded: wordsOf(document.headline).join(' '),
    words: countWords(bodyText(document.body)),
    fingerprint: textFingerprint(document),
  }
  await noteMedia(tx, storyId, 'text', mediaIdsOf({ main: null, body: document.body }))
  const [last] = await tx
    .select({ editedAt: storyLog.at, editedBy: storyLog.by })
    .from(storyLog)
    .where(and(eq(storyLog.storyId, storyId), eq(storyLog.fork, ''), isNotNull(storyLog.by)))
    .orderBy(desc(storyLog.seq))
    .limit(1)
  const [before] = await tx
    .select({ editedAt: storyProjections.editedAt })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, storyId))
  if (before)
    await tx
      .update(storyProjections)
      .set(last && last.editedAt > before.editedAt ? { ...row, ...last } : row)
      .where(eq(storyProjections.storyId, storyId))
  else if (last) await tx.insert(storyProjections).values({ storyId, ...row, ...last })
  else throw notFound('This story')
}

/** Begins the log of a new story with a document. */
export async function seedLog(tx: Tx, storyId: string, document: StoryDocument, by: string, at: Date): Promise<void> {
  await insertUpdate(tx, { storyId, update: seedUpdate(document), by, at })
  await project(tx, storyId)
}
