import * as Y from 'yjs'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'
import { findRevision } from '#lib/publication/revisions'

import { liftContent, type StoryFields, type StoryVersion } from '../content'
import { writeDocument } from '../document/write'
import { ensureNotHeld } from '../hold'
import { insertServerEdit } from '../log/write'
import { loadStory } from '../queries/load'
import { loadNow } from '../queries/now'
import { ensureNotSpiked } from '../workflow'
import { followLog } from './follow-log'
import { keepChanged } from './keep-version'
import { restoreFields } from './restore-fields'

/** What of a version is to be restored; `version` is that of the fields on screen. */
export type Restoring = { text: boolean; fields: (keyof StoryFields)[]; version: number }

/**
 * Makes the working copy say again what a revision said, as an edit like others: of the text block by block, while
 * people write in it; of the fields those that were asked for. What stood is kept first, so that it can be restored.
 * @returns the number of the revision that holds what stood
 * @throws Refusal `conflict` when somebody changed the fields meanwhile, as `setFields`
 */
export function restoreRevision(
  actor: Actor,
  id: string,
  number: number,
  { text, fields, version }: Restoring,
  now = new Date(),
): Promise<number> {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'edit', story)
    ensureNotSpiked(story)
    ensureNotHeld(actor, story, now)
    const revision = await findRevision(tx, 'story', id, number)
    if (!revision) throw notFound('This revision')
    if (!text && !fields.length) throw new Refusal('invalid', 'Choose what to restore.')
    const content = liftContent(revision.content as StoryVersion, revision.schema)
    await followLog(tx, id)
    const keeping = { why: 'restore', by: actor.id, at: now, restored: number } as const
    const { ydoc, ...stood } = await loadNow(tx, id)
    const before = await keepChanged(tx, id, stood, keeping)
    if (text) await restoreText(tx, id, ydoc, content, { by: actor.id, at: now })
    await restoreFields(tx, actor, id, version, content, fields, now)
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'restore',
      subject: `story:${id}`,
      detail: { from: { number: before }, to: { number }, text, fields },
      at: now,
    })
    return before
  })
}

/**
 * Open rooms find it in the log, in this process and in others.
 * @param ydoc the very state that was kept: what is appended after it, as on PostgreSQL it may be meanwhile, stays
 */
async function restoreText(
  tx: Tx,
  storyId: string,
  ydoc: Y.Doc,
  content: StoryVersion,
  edit: { by: string; at: Date },
) {
  const updates: Uint8Array[] = []
  ydoc.on('update', (update: Uint8Array) => updates.push(update))
  writeDocument(ydoc, content)
  if (!updates.length) return
  await insertServerEdit(tx, { storyId, update: Y.mergeUpdates(updates), ...edit })
  await followLog(tx, storyId)
}
