import type { Actor } from '#lib/auth/actor'
import { may, type Subject } from '#lib/auth/permissions'
import { notFound, Refusal } from '#lib/errors'

import { ensureNotSpiked, mayJudge } from './workflow'

/** What is not to be published before `until`, or before it is lifted (null); whose it is and why; who set it. */
export type Embargo = { until: Date | null; why: string; by: string }

/** The end of time, for an embargo that somebody has to lift. */
const never = new Date(8_640_000_000_000_000)

/** When an embargo ends that still holds; from that instant on it forbids nothing. */
export function endOf(embargo: Embargo | undefined, now: Date): Date | undefined {
  const end = embargo && (embargo.until ?? never)
  return end && now < end ? end : undefined
}

export const longestWhy = 200 // characters

/**
 * Who edits a story sets an embargo, or a longer one; to shorten one is to lift it for the rest.
 * @param before the one that there is
 */
export function ensureMayEmbargo(
  actor: Actor,
  story: Subject & { spikedAt: Date | null },
  { until, why }: { until: Date | null; why: string },
  { before, isLive, now }: { before: Embargo | undefined; isLive: boolean; now: Date },
): void {
  if (!may(actor, 'read', story)) throw notFound('This story')
  if (!may(actor, 'edit', story))
    throw new Refusal('forbidden', 'Only its writers and editors put this story under embargo.')
  ensureNotSpiked(story)
  if (isLive) throw new Refusal('rule', 'Readers have this story: it is too late for an embargo. Withdraw it first.')
  const end = endOf(before, now)
  if (end && (until ?? never) < end && !mayJudge(actor, story))
    throw new Refusal('forbidden', 'Only editors of its section shorten an embargo.')
  if (until && !(until > now)) throw invalid('until', 'This hour is over. An embargo ends at one to come.')
  if (!why) throw invalid('why', 'Say whose embargo it is, and why.')
  if ([...why].length > longestWhy) throw invalid('why', `At most ${longestWhy} characters.`)
}

/** Who publishes a story lifts its embargo. */
export function ensureMayLift(actor: Actor, story: Subject): void {
  if (!may(actor, 'read', story)) throw notFound('This story')
  if (!mayJudge(actor, story)) throw new Refusal('forbidden', 'Only editors of its section lift an embargo.')
}

const invalid = (field: string, message: string) => new Refusal('invalid', message, { [field]: message })
