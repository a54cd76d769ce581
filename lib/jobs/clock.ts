/** The system's clock, and the machine's count of milliseconds since it was started, which nobody sets. */
export type Clock = { now(): number; mono(): number }

export const systemClock: Clock = {
  now: Date.now,
  mono: () => Number(process.hrtime.bigint() / 1_000_000n),
}

/** A clock that moves further than this against the machine's count has jumped: 30 s, in milliseconds. */
const TOLERATED = 30_000

/** A hold as its row tells it; `offset` is that of the clock before it jumped. */
export type Held = { id: number; offset: number; endedAt: Date | null; endedBy: string | null }

/**
 * What a process knows of its clock. `offset`: by how much the clock is ahead of the count, as it is believed.
 * `under`: the hold that the process has a part in, as its own clock jumped, or as it was started under it.
 */
export type Belief = { offset: number; under?: number }

/** What a process does about its clock now. */
export type Verdict = {
  belief: Belief
  /** Whether what is planned for an hour waits. */
  held: boolean
  /** By how much the clock has jumped: a hold is to begin. */
  jump?: number
  /** The hold that is over, as the clock is back. */
  back?: number
}

/**
 * Judges a look at the clock; pure.
 * @param before what the process believed until now; undefined at its first look
 * @param open the hold that is under way, whichever process began it
 * @param own the hold that `before.under` names, as it is now
 */
export function judge(
  before: Belief | undefined,
  offset: number,
  open: Held | undefined,
  own: Held | undefined,
): Verdict {
  const { offset: believed, under } = before ?? { offset, under: open?.id }
  const jump = offset - believed
  const mine = open && under === open.id
  if (open && mine && near(offset, open.offset)) return { belief: { offset }, held: false, back: open.id }
  if (open && mine) return { belief: { offset: believed, under }, held: true }
  // An editor has said that the clock is right, or another process saw that it is back.
  if (own?.endedAt && (own.endedBy !== null || near(offset, own.offset)))
    return { belief: { offset, under: open?.id }, held: open !== undefined }
  // Its own clock has jumped, too: from now on it has a part in that hold.
  if (open && !near(jump, 0)) return { belief: { offset: believed, under: open.id }, held: true }
  if (open) return { belief: { offset }, held: true }
  if (!near(jump, 0)) return { belief: { offset: believed }, held: true, jump }
  // A clock that is kept right moves by little, again and again.
  return { belief: { offset }, held: false }
}

const near = (one: number, other: number) => Math.abs(one - other) <= TOLERATED
