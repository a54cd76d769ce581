import { and, eq, isNull } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { db, type Reader, type Tx } from '#lib/db/client'
import { alarmHeldDrafts } from '#lib/draft/commands/alarm'
import { Refusal } from '#lib/errors'
import { log } from '#lib/log'
import { alarmHeld } from '#lib/story/commands/alarm'

import { type Belief, type Clock, type Held, judge, systemClock } from './clock'
import { clockHolds } from './tables'

/**
 * The hold under way: the clock has jumped by so many milliseconds, and nothing that is planned for an hour happens until
 * it is back, or an editor says that it is right.
 */
export async function findClockHold(on: Reader = db): Promise<{ id: number; at: Date; jump: number } | undefined> {
  const [row] = await on
    .select({ id: clockHolds.id, at: clockHolds.at, jump: clockHolds.jump })
    .from(clockHolds)
    .where(isNull(clockHolds.endedAt))
    .limit(1)
  return row
}

/** The earlier of the two times that it may be while the clock is in doubt; else simply `now`. */
export async function earliestNow(on: Reader, now: Date): Promise<Date> {
  const hold = await findClockHold(on)
  return hold && hold.jump > 0 ? new Date(now.getTime() - hold.jump) : now
}

/** Whoever answers for what is published says that the clock is right, so that what waits happens. */
export const mayConfirmClock = (actor: Actor) => actor.role === 'editor' || actor.role === 'admin'

/** Says that the clock is right as it is: what waits for its hour goes on by it. */
export async function confirmClock(actor: Actor, now = new Date()): Promise<void> {
  if (!mayConfirmClock(actor)) throw new Refusal('forbidden', 'Only editors confirm the clock.')
  await db.write(async (tx) => {
    const hold = await findClockHold(tx)
    if (!hold) throw new Refusal('rule', 'Nothing waits for the clock any more.')
    await end(tx, hold.id, actor.id, now)
  })
}

/** Watches this process's clock: what is planned for an hour asks it for the time, each time. */
export function watchClock(clock: Clock = systemClock) {
  let belief: Belief | undefined
  return {
    /** The time; undefined while it is in doubt. */
    async now(): Promise<Date | undefined> {
      const at = clock.now()
      const offset = at - clock.mono()
      const [open] = await db.select(columns).from(clockHolds).where(isNull(clockHolds.endedAt)).limit(1)
      const verdict = judge(belief, offset, open, await ownOf(belief, open))
      const { jump, back } = verdict
      if (back !== undefined) await db.write((tx) => end(tx, back, null, new Date(at)))
      const begun = jump === undefined ? undefined : await begin({ at: new Date(at), jump, offset: offset - jump })
      belief = begun === undefined ? verdict.belief : { ...verdict.belief, under: begun }
      return verdict.held ? undefined : new Date(at)
    },
  }
}

const columns = {
  id: clockHolds.id,
  offset: clockHolds.offset,
  endedAt: clockHolds.endedAt,
  endedBy: clockHolds.endedBy,
}

async function ownOf(belief: Belief | undefined, open: Held | undefined): Promise<Held | undefined> {
  if (belief?.under === undefined || belief.under === open?.id) return open
  const [own] = await db.select(columns).from(clockHolds).where(eq(clockHolds.id, belief.under))
  return own
}

/** @returns the hold that is under way now; another process may have been faster */
function begin(hold: { at: Date; jump: number; offset: number }): Promise<number> {
  const { at, jump } = hold
  return db.write(async (tx) => {
    const open = await findClockHold(tx)
    if (open) return open.id
    const [begun] = await tx.insert(clockHolds).values(hold).returning({ id: clockHolds.id })
    if (!begun) throw new Error('the hold was not noted')
    const moved = `${jump > 0 ? 'forward' : 'back'} by ${inWords(Math.abs(jump))}`
    const until = 'Nothing planned happens until it is back, or an editor says that it is right.'
    const note = `It went ${moved}. ${until}`
    await alarmHeld(tx, note, at)
    await alarmHeldDrafts(tx, note, at)
    const detail = { jump, reason: moved }
    await appendAudit(tx, { actorId: null, act: 'hold-clock', subject: `clock:${begun.id}`, detail, at })
    db.afterCommit(() => log.warn({ jump }, 'the clock has jumped: what is planned waits'))
    return begun.id
  })
}

/** `40 s`, `12 min`, `1 h 5 min` */
export function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 2) return `${Math.round(ms / 1000)} s`
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`
}

/** @param by null where the clock came back by itself */
async function end(tx: Tx, id: number, by: string | null, at: Date): Promise<void> {
  const [ended] = await tx
    .update(clockHolds)
    .set({ endedAt: at, endedBy: by })
    .where(and(eq(clockHolds.id, id), isNull(clockHolds.endedAt)))
    .returning({ id: clockHolds.id })
  const act = by === null ? 'end-clock-hold' : 'confirm-clock'
  if (ended) await appendAudit(tx, { actorId: by, act, subject: `clock:${id}`, at })
}
