import { and, eq, inArray, lt } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { notify } from '#lib/notification/commands'
import { listPresent } from '#lib/presence/queries'

import { cleanNote } from '../document/clean'
import { ensureMayTakeOver, holds } from '../hold'
import { loadStory } from '../queries/load'
import { storyHolds } from '../tables'
import { ensureNotSpiked } from '../workflow'
import { nudge } from './nudge'

/** How often it is noted that who took a story over is still in it, in milliseconds. */
const NOTED = 60_000

const longest = 200 // characters

/**
 * Takes the story over: from now on nobody else writes in it, in its text or its fields, until it is handed back.
 * @param why what the others are told, at most 200 characters
 */
export async function takeOver(actor: Actor, id: string, why: string, now = new Date()): Promise<void> {
  const told = cleanNote(why)
  if (told.length > longest)
    throw new Refusal('invalid', 'The word has at most 200 characters.', { why: 'At most 200 characters.' })
  await db.write(async (tx) => {
    const story = await loadStory(tx, id)
    const held = holds(story.hold, now) ? story.hold : null
    ensureMayTakeOver(actor, story, (held && story.holder) || undefined)
    ensureNotSpiked(story)
    const row = { personId: actor.id, why: told, at: now, seenAt: now }
    await tx
      .insert(storyHolds)
      .values({ storyId: id, ...row })
      .onConflictDoUpdate({ target: storyHolds.storyId, set: row })
    await nudge(tx, id, 'hold', now)
    const there = (await listPresent(tx, [id], now)).map((person) => person.id)
    const to = [...there, story.assignedTo, held?.personId]
    await notify(tx, { to, kind: 'taken-over', storyId: id, by: actor.id, note: told, at: now })
    await appendAudit(tx, { actorId: actor.id, act: 'take-over', subject: `story:${id}`, at: now })
  })
}

/** Hands the story back to all who may write in it. */
export async function handBack(actor: Actor, id: string, now = new Date()): Promise<void> {
  await db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'read', story)
    const [ended] = await tx
      .delete(storyHolds)
      .where(and(eq(storyHolds.storyId, id), eq(storyHolds.personId, actor.id)))
      .returning({ id: storyHolds.storyId })
    if (!ended) throw new Refusal('rule', 'You do not have this story.')
    await nudge(tx, id, 'hold', now)
    await appendAudit(tx, { actorId: actor.id, act: 'hand-back', subject: `story:${id}`, at: now })
  })
}

/**
 * Notes which stories those who took them over are still in, and ends what is over.
 * @param present who is in which story at this process
 */
export async function keepHolds(
  present: readonly { storyId: string; personId: string }[],
  now = new Date(),
): Promise<void> {
  const ids = [...new Set(present.map(({ storyId }) => storyId))]
  if (!ids.length) return
  const held = await db
    .select({ storyId: storyHolds.storyId, personId: storyHolds.personId, seenAt: storyHolds.seenAt })
    .from(storyHolds)
    .where(inArray(storyHolds.storyId, ids))
  const here = held.filter(
    (hold) =>
      now.getTime() - hold.seenAt.getTime() >= NOTED &&
      holds(hold, now) &&
      present.some(({ storyId, personId }) => storyId === hold.storyId && personId === hold.personId),
  )
  const over = held.filter((hold) => !holds(hold, now))
  if (!here.length && !over.length) return
  await db.write(async (tx) => {
    for (const { storyId, personId } of here)
      await tx
        .update(storyHolds)
        .set({ seenAt: now })
        .where(and(eq(storyHolds.storyId, storyId), eq(storyHolds.personId, personId)))
    for (const { storyId, seenAt } of over) {
      const [ended] = await tx
        .delete(storyHolds)
        .where(and(eq(storyHolds.storyId, storyId), lt(storyHolds.seenAt, new Date(seenAt.getTime() + 1))))
        .returning({ id: storyHolds.storyId })
      if (ended) await nudge(tx, storyId, 'hold', now)
    }
  })
}
