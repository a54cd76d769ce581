import { Refusal } from '#lib/errors'

import { type Embargo, endOf } from './embargo'

/** What waits for its hour: a publication of a pinned revision, or the expiry, which withdraws. */
export type Planned = { id: string; act: 'publish' | 'withdraw'; dueAt: Date; by: string }

/** What a story has waiting, and its embargo. */
export type Plans<P extends Planned = Planned> = { publish?: P; withdraw?: P; embargo?: Embargo }

/** Says an hour as the desk does, with its zone. */
export type Say = (at: Date) => string

/** Nothing is planned further ahead: a year and a day. */
const furthest = 366 * 86_400_000

/** From then on what waits is late: milliseconds after its hour. */
const LATE = 5_000

/** Whether it should have happened by now, and has not. */
export const isLate = ({ dueAt }: { dueAt: Date }, now: Date): boolean => now.getTime() - dueAt.getTime() > LATE

/** Why nothing is planned for an hour: it is over, or further off than a year. */
export function aheadFault(at: Date, now: Date): string | undefined {
  // No date at all is not to come either, whatever it is compared with.
  if (!(at > now)) return 'This hour is over. Choose one to come.'
  if (at.getTime() - now.getTime() > furthest) return 'This is more than a year ahead. Choose an hour within the year.'
  return undefined
}

/** @throws Refusal `invalid` for an hour at which nothing is planned */
export function ensureAhead(at: Date, now: Date, field = 'at'): void {
  const fault = aheadFault(at, now)
  if (fault) throw new Refusal('invalid', fault, { [field]: fault })
}

/** A publication comes at an hour ahead, not before the embargo ends, and before the expiry. */
export function ensureMayPublishAt(at: Date, { withdraw, embargo }: Plans, now: Date, say: Say): void {
  ensureAhead(at, now)
  const end = endOf(embargo, now)
  if (embargo && end && at < end) throw new Refusal('rule', `Not scheduled. It is ${underEmbargo(embargo, say)}.`)
  if (withdraw && at >= withdraw.dueAt)
    throw new Refusal(
      'rule',
      `Not scheduled. Its expiry is set for ${say(withdraw.dueAt)} by ${withdraw.by}: publish before that.`,
    )
}

/** An expiry comes at an hour ahead, for a story that readers have, or will have by then. */
export function ensureMayExpireAt(at: Date, { publish }: Plans, isLive: boolean, now: Date, say: Say): void {
  ensureAhead(at, now)
  if (!publish && !isLive)
    throw new Refusal('rule', 'Readers do not have this story, and no publication waits. There is nothing to expire.')
  if (publish && at <= publish.dueAt)
    throw new Refusal('rule', `Its publication is set for ${say(publish.dueAt)}. An expiry comes after that.`)
}

/** An embargo is not set over what waits to be published before its end. */
export function ensureNothingBefore(until: Date | null, { publish }: Plans, say: Say): void {
  if (publish && (until === null || publish.dueAt < until))
    throw new Refusal('rule', `Its publication is set for ${say(publish.dueAt)} by ${publish.by}. Take that off first.`)
}

/** Nothing is published before the embargo ends. @param lead how the refusal begins */
export function ensureNoEmbargo(embargo: Embargo | undefined, now: Date, say: Say, lead = 'Not published.'): void {
  if (embargo && endOf(embargo, now)) throw new Refusal('rule', `${lead} It is ${underEmbargo(embargo, say)}.`)
}

const underEmbargo = ({ until, by, why }: Embargo, say: Say) =>
  `under embargo ${until ? `until ${say(until)}` : 'until it is lifted'}, set by ${by}: ${why}`

/** On the spike nothing waits for its hour. */
export function ensureNothingWaits({ publish, withdraw }: Plans, say: Say): void {
  const plan = publish ?? withdraw
  if (plan)
    throw new Refusal(
      'rule',
      `Its ${plan.act === 'publish' ? 'publication' : 'expiry'} is set for ${say(plan.dueAt)} by ${plan.by}. Take that off first.`,
    )
}
