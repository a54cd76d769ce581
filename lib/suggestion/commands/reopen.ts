import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'
import { followLog } from '#lib/story/commands/follow-log'
import { nudge } from '#lib/story/commands/nudge'
import { toDocument } from '#lib/story/document/ydoc'
import { ensureNotHeld } from '#lib/story/hold'
import { insertServerEdit } from '#lib/story/log/write'
import { loadStory } from '#lib/story/queries/load'
import { ensureNotSpiked } from '#lib/story/workflow'

import type { Card } from '../cards'
import { catchUpWith, editFork, editStory } from '../settle'
import { stands, substituted } from '../substitute'
import { decidedSuggestions } from '../tables'
import { followForks, note, openForks, unknown } from './follow'

/**
 * Takes decisions back, by an edit forward: the story says again what it said, and the suggestion is open again.
 * @throws Refusal `conflict` where the text has been changed since
 */
export function reopenSuggestions(
  actor: Actor,
  storyId: string,
  ids: readonly string[],
  now = new Date(),
): Promise<void> {
  return db.write(async (tx) => {
    const subject = await loadStory(tx, storyId)
    ensure(actor, 'edit', subject)
    ensureNotSpiked(subject)
    ensureNotHeld(actor, subject, now)
    const { story, forks } = await openForks(tx, storyId, now)
    // The last first: one may stand where another had made room.
    for (const id of [...ids].reverse()) {
      const [row] = await tx.select().from(decidedSuggestions).where(eq(decidedSuggestions.id, id))
      const fork = forks.find(({ person }) => person === row?.personId)
      if (!row || !fork || row.storyId !== storyId || row.outcome === 'lost') throw notFound('This decision')
      const { hunks } = row.card as Card
      const left = toDocument(story)
      if (row.outcome === 'accepted') {
        if (!stands(left, hunks, 'is'))
          throw new Refusal('conflict', 'Not undone. The text has been changed since; change it back by hand.')
        const update = editStory(story, substituted(left, hunks, 'was'))
        await insertServerEdit(tx, { storyId, update, by: actor.id, at: now })
      }
      // What its author has suggested there since stays.
      if (stands(toDocument(fork.ydoc), hunks, row.outcome === 'accepted' ? 'is' : 'was')) {
        catchUpWith(fork.ydoc, story)
        const update = editFork(fork.ydoc, substituted(toDocument(fork.ydoc), hunks, 'is'))
        await insertServerEdit(tx, { storyId, fork: fork.person, update, by: null, at: now })
        fork.open.push(row.card as Card)
        await note(tx, storyId, fork, unknown, now)
      }
      await tx.delete(decidedSuggestions).where(eq(decidedSuggestions.id, id))
    }
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'reopen-suggestions',
      subject: `story:${storyId}`,
      detail: { count: ids.length },
      at: now,
    })
    await followLog(tx, storyId)
    await followForks(tx, storyId, now)
    await nudge(tx, storyId, 'suggestions', now)
  })
}
