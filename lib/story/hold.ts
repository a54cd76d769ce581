import type { Actor } from '#lib/auth/actor'
import { may, mayTakeOver, type Subject } from '#lib/auth/permissions'
import { notFound, Refusal } from '#lib/errors'
import type { Role } from '#lib/people/tables'

/** A story stays taken over until it is handed back, or who took it over has not been in it for so long: 10 minutes. */
export const GONE_AFTER = 10 * 60_000

/** Who has taken a story over, and when they were last in it. */
export type Hold = { personId: string; seenAt: Date }

/** Whether a story is still taken over. */
export const holds = (hold: Hold | null | undefined, now: Date): boolean =>
  hold != null && now.getTime() - hold.seenAt.getTime() < GONE_AFTER

/** Whether somebody else has the story, so that the person only reads it. */
export const isHeldFrom = (personId: string, hold: Hold | null | undefined, now: Date): boolean =>
  holds(hold, now) && hold?.personId !== personId

/**
 * Throws `not-found` where read fails, `forbidden` with the reason where the actor may not take the story over.
 * @param holder who has it now, if anybody
 */
export function ensureMayTakeOver(actor: Actor, story: Subject, holder?: { name: string; role: Role }): void {
  if (!may(actor, 'read', story)) throw notFound('This story')
  if (!mayTakeOver(actor, story)) throw new Refusal('forbidden', 'Only editors of its section take a story over.')
  if (!mayTakeOver(actor, story, holder))
    throw new Refusal('forbidden', `${holder?.name} has this story. Ask for it to be handed back.`)
}

/** Who has not taken the story over changes nothing of it meanwhile. */
export function ensureNotHeld(
  actor: Actor,
  { hold, holder }: { hold: Hold | null; holder: { name: string } | null },
  now: Date,
): void {
  if (isHeldFrom(actor.id, hold, now))
    throw new Refusal('rule', `${holder?.name ?? 'Somebody'} has taken over this story. Nothing was changed.`)
}
