import { and, eq, gt } from 'drizzle-orm'
import fc from 'fast-check'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { lastSeq } from '#lib/publication/queries'
import { publications } from '#lib/publication/tables'
import { liveStories } from '#lib/site/tables'
import { publishStory } from '#lib/story/commands/publish'
import { putBack } from '#lib/story/commands/put-back'
import { scheduleStory } from '#lib/story/commands/schedule'
import type { Seen } from '#lib/story/commands/seen'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { findLastAct } from '#lib/story/queries/last-act'
import { storySchedules } from '#lib/story/tables'

import { publishNow, retype, seenNow } from './stories'

/** What two editors may both decide on, by what readers have of the story. */
const bases = {
  draft: ['publish', 'schedule'],
  live: ['update', 'correct', 'withdraw', 'schedule'],
  withdrawn: ['publish', 'schedule', 'put back'],
} as const
type Base = keyof typeof bases
export type PairAct = (typeof bases)[Base][number]
export type Pair = { base: Base; acts: [PairAct, PairAct] }

export const aPair: fc.Arbitrary<Pair> = fc.constantFrom<Base>('draft', 'live', 'live', 'withdrawn').chain((base) => {
  const act = fc.constantFrom<PairAct>(...bases[base])
  return fc.tuple(act, act).map((acts) => ({ base, acts }))
})

/** What both see. `before`: the publication log's end then. */
export type PairSeen = Seen & { last: number; waits: null; before: number }

/** What an act came to, as it goes from one process to another. */
export type PairDone =
  | { ok: true; ended: number }
  | { ok: false; reason?: string; message: string; detail?: Record<string, unknown> }

/** Makes a story, which says `<headline>`, what both see: readers have that or had it, and `<headline> again` waits. */
export async function preparePair(by: Actor, id: string, base: Base, headline: string): Promise<PairSeen> {
  const now = new Date()
  if (base !== 'draft') await publishNow(by, id, now)
  if (base === 'withdrawn') await withdrawStory(by, id, '', 'wrong', now)
  await retype(id, by, { headline: `${headline} again` }, now)
  const last = (await findLastAct(db, id))?.seq ?? 0
  return { ...(await seenNow(id)), last, waits: null, before: await lastSeq(db) }
}

const inAnHour = () => new Date(Date.now() + 3_600_000)

const acts: Record<PairAct, (actor: Actor, id: string, seen: Seen) => Promise<unknown>> = {
  publish: (actor, id, seen) => publishStory(actor, id, seen, { change: 'update' }),
  update: (actor, id, seen) => publishStory(actor, id, seen, { change: 'update' }),
  correct: (actor, id, seen) => publishStory(actor, id, seen, { change: 'correction', note: `Says ${actor.name}.` }),
  withdraw: (actor, id, { last }) => withdrawStory(actor, id, '', 'wrong', new Date(), last),
  schedule: (actor, id, seen) => scheduleStory(actor, id, seen, { at: inAnHour(), change: 'update' }),
  'put back': (actor, id, { last, waits }) => putBack(actor, id, new Date(), { last, waits }),
}

export async function actInPair(
  actor: Actor,
  act: PairAct,
  id: string,
  { before: _, ...seen }: PairSeen,
): Promise<PairDone> {
  try {
    const done = await acts[act](actor, id, seen)
    return { ok: true, ended: act === 'withdraw' ? (done as unknown[]).length : 0 }
  } catch (error) {
    if (!isRefusal(error)) return { ok: false, message: String(error) }
    const { reason, message, detail } = error
    return { ok: false, reason, message, detail: detail as Record<string, unknown> }
  }
}

/**
 * What is wrong with how a pair ended, a sentence each: one of them is done, and the other editor is told by whom, and
 * what readers have by it or will have. A withdrawal waits for no hour: it takes off what was scheduled, and says so.
 * @param names of the two editors
 */
export async function faultsOfPair(
  { base, acts }: Pair,
  id: string,
  seen: PairSeen,
  { names, done, headline }: { names: [string, string]; done: [PairDone, PairDone]; headline: string },
): Promise<string[]> {
  const [one, other] = done
  const both = one.ok && other.ok
  const first = both ? acts.indexOf('schedule') : done.findIndex(({ ok }) => ok)
  const act = acts[first]
  if (!act) return [`neither was done: ${JSON.stringify(done)}`]
  const second = done[1 - first]!
  const takesOff = both && acts[1 - first] === 'withdraw' && second.ok && second.ended === 1
  const withdrawn = act === 'withdraw' || takesOff
  const faults: string[] = []
  const check = (right: boolean, fault: string) => right || faults.push(fault)
  if (both) check(act === 'schedule' && takesOff, `both were done: ${acts.join(', ')}`)
  if (!second.ok) {
    const { reason, message, detail } = second
    check(reason === 'conflict' && message.includes(names[first]!), `told: ${reason}, ${message}`)
    const readers = withdrawn ? null : act === 'put back' ? headline : `${headline} again`
    const told = (act === 'schedule' ? detail?.text : detail?.readers) as { headline: string } | null | undefined
    check((told === null ? null : told?.headline) === readers, `shown: ${JSON.stringify(detail)}`)
  }
  const logged = await db.$count(publications, and(eq(publications.subject, id), gt(publications.seq, seen.before)))
  check(logged === (act === 'schedule' && !takesOff ? 0 : 1), `${logged} acts in the log`)
  const live = await db.$count(liveStories, eq(liveStories.subject, id))
  check(live === ((act === 'schedule' ? base === 'live' : true) && !withdrawn ? 1 : 0), `${live} live rows`)
  const waits = and(eq(storySchedules.storyId, id), eq(storySchedules.state, 'waiting'))
  const waiting = await db.$count(storySchedules, waits)
  check(waiting === (act === 'schedule' && !takesOff ? 1 : 0), `${waiting} schedules wait`)
  return faults
}
