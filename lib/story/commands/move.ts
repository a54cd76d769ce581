import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { AuditAct } from '#lib/audit/words'
import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { notify } from '#lib/notification/commands'

import { cleanNote } from '../document/clean'
import { ensureNotHeld } from '../hold'
import { loadStory } from '../queries/load'
import { stories } from '../tables'
import { type Move, stepAfter } from '../workflow'

/** Draft → review; what an editor had noted is done with. */
export const handIn = (actor: Actor, id: string, now = new Date()) => move(actor, id, 'handIn', '', now)

/** Review or ready → draft, with a note that says what is missing. */
export async function sendBack(actor: Actor, id: string, note: string, now = new Date()) {
  const told = cleanNote(note)
  if (!told) throw new Refusal('invalid', 'Say what is missing.', { note: 'Say what is missing.' })
  return move(actor, id, 'sendBack', told, now)
}

export const markReady = (actor: Actor, id: string, now = new Date()) => move(actor, id, 'markReady', '', now)

/** A step is no field: the version stays, so that nobody's open form is refused for it. */
function move(actor: Actor, id: string, name: Move, note: string, now: Date) {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    const step = stepAfter(actor, name, story)
    ensureNotHeld(actor, story, now)
    await tx
      .update(stories)
      .set({ step, note, noteBy: note ? actor.id : null })
      .where(eq(stories.id, id))
    // Those for whom it now waits on their desk.
    if (note) {
      const to = [story.createdBy, ...story.bylines, story.assignedTo]
      await notify(tx, { to, kind: 'sent-back', storyId: id, by: actor.id, note, at: now })
    }
    const detail = { from: { step: story.step }, to: { step } }
    await appendAudit(tx, { actorId: actor.id, act: auditNames[name], subject: `story:${id}`, detail, at: now })
    return step
  })
}

const auditNames: Record<Move, AuditAct> = { handIn: 'hand-in', sendBack: 'send-back', markReady: 'mark-ready' }
