import { randomUUID } from 'node:crypto'

import { desc, eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { wordsOf } from '#lib/db/fold'

import { textFingerprint } from '../content'
import type { StoryDocument } from '../document/nodes'
import { bodyText, countWords } from '../document/text'
import { seedUpdate, toDocument } from '../document/ydoc'
import { storyLog, storyProjections } from '../tables'
import { loadLog } from './read'

const key = Symbol.for('stet.process')
const held = globalThis as { [key]?: string }

/** Names this process in the log, so that it can skip its own rows when it tails; on globalThis, as modules exist twice. */
export function processId(): string {
  held[key] ??= randomUUID()
  return held[key]
}

/** Adds a Yjs update to a story's log; `by` is null for what no person did. */
export async function insertUpdate(
  tx: Pick<Tx, 'insert'>,
  row: { storyId: string; update: Uint8Array; by: string | null; at: Date },
): Promise<void> {
  await tx.insert(storyLog).values({ ...row, process: processId() })
}

/** Writes what lists need of the story's text, as its log has it now. The time of the last edit never goes back. */
export async function project(tx: Tx, storyId: string): Promise<void> {
  const document = toDocument(await loadLog(tx, storyId))
  const row = {
    headline: document.headline,
    folded: wordsOf(document.headline).join(' '),
    words: countWords(bodyText(document.body)),
    fingerprint: textFingerprint(document),
  }
  const [last] = await tx
    .select({ editedAt: storyLog.at, editedBy: storyLog.by })
    .from(storyLog)
    .where(eq(storyLog.storyId, storyId))
    .orderBy(desc(storyLog.seq))
    .limit(1)
  const [before] = await tx
    .select({ editedAt: storyProjections.editedAt })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, storyId))
  if (!last) throw new Error(`story ${storyId} has no log`)
  if (!before) await tx.insert(storyProjections).values({ storyId, ...row, ...last })
  else
    await tx
      .update(storyProjections)
      .set(last.editedAt > before.editedAt ? { ...row, ...last } : row)
      .where(eq(storyProjections.storyId, storyId))
}

/** Begins the log of a new story with a document. */
export async function seedLog(tx: Tx, storyId: string, document: StoryDocument, by: string, at: Date): Promise<void> {
  await insertUpdate(tx, { storyId, update: seedUpdate(document), by, at })
  await project(tx, storyId)
}
