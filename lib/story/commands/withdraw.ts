import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { followStory } from '#lib/front/commands/follow-story'
import { settleMedia } from '#lib/media/commands/show'
import { release } from '#lib/publication/door'
import { liveStories } from '#lib/site/tables'

import { cleanNote } from '../document/clean'
import { liveStory } from '../live'
import type { StoryDetail } from '../live-versions'
import { type LoadedStory, loadStory } from '../queries/load'
import { ensureShort } from '../update'
import { type Ended, endPlans } from './end-plan'
import { shownMedia } from './give-readers'
import { nudge } from './nudge'
import { ensureNotOvertaken } from './overtaken'
import { planProof } from './proof'

/** Why something was taken from readers, for the audit alone; readers get the note. */
export const withdrawReasons = ['wrong', 'legal', 'privacy', 'rights', 'mistake', 'other'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

/**
 * Takes a story away from readers: all its addresses answer that it was taken down, with the note. The working copy stays;
 * what waited for its hour is off.
 * @param note one or two sentences to readers, or '': then they are told no more than that it is gone
 * @param last place in the publication log of the story's last act that the editor saw
 * @returns what is off
 * @throws Refusal `conflict` as `ensureNotOvertaken`, `rule` and `invalid` as `takeFromReaders`
 */
export async function withdrawStory(
  actor: Actor,
  id: string,
  note: string,
  reason: WithdrawReason,
  now = new Date(),
  last?: number,
): Promise<Ended[]> {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'publish', await asReadersHave(tx, story))
    await ensureNotOvertaken(tx, id, 'Not withdrawn.', last)
    await takeFromReaders(tx, id, note, reason, actor.id, now)
    await nudge(tx, id, 'publishing', now)
    return endPlans(tx, id, ['publish', 'withdraw'], { reason: 'withdrawn', by: actor.id, at: now })
  })
}

/**
 * The withdrawal itself, in the caller's transaction; it does not ask who may. Its proof follows by itself.
 * @param reason `expired`: its time was set before
 * @returns its place in the publication log
 * @throws Refusal `rule` when readers do not have the story, `invalid` for a note that is too long
 */
export async function takeFromReaders(
  tx: Tx,
  id: string,
  note: string,
  reason: WithdrawReason | 'expired',
  by: string,
  at: Date,
): Promise<number> {
  const told = cleanNote(note)
  ensureShort(told)
  const [had] = await tx
    .select({ updatedAt: liveStories.updatedAt })
    .from(liveStories)
    .where(eq(liveStories.subject, id))
  if (!had) throw new Refusal('rule', 'Readers do not have this story.')
  const detail: StoryDetail = { updatedAt: had.updatedAt.toISOString() }
  const shown = await shownMedia(tx, id)
  const seq = await release(tx, { act: 'withdraw', live: liveStory, subject: id, note: told, detail, actorId: by, at })
  await settleMedia(tx, shown, by, at)
  await followStory(tx, id, by, at)
  await planProof(tx, { storyId: id, seq }, at)
  await appendAudit(tx, { actorId: by, act: 'withdraw-reason', subject: `story:${id}`, detail: { seq, reason }, at })
  return seq
}

/** As permissions see it: readers have it in the section of its last publication; on the desk it may have moved on. */
export async function asReadersHave(tx: Tx, story: LoadedStory): Promise<LoadedStory> {
  const [live] = await tx
    .select({ sectionId: liveStories.sectionId })
    .from(liveStories)
    .where(eq(liveStories.subject, story.id))
  return { ...story, ...live }
}
