import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'

import { db, type Tx } from '#lib/db/client'
import { isRefusal } from '#lib/errors'

import { jobs } from './tables'
import { backOff } from './trouble'

export type NewJob = {
  /** Of its handler. */
  name: string
  payload?: unknown
  dueAt?: Date
  /** While a job with this value is open, no second one is made. */
  dedupe?: string
}

/** A claimed job; `attempts` is the fence: a later claim of the same job makes this one void. */
export type Claimed = { id: number; name: string; payload: unknown; attempts: number; dueAt: Date }

/** A fault is tried ten times within about four hours; then the job is given up. */
export const MOST_ATTEMPTS = 10

const open = and(isNull(jobs.doneAt), isNull(jobs.failedAt))

/**
 * Puts a job into the queue, in the caller's transaction.
 * Asked for again while the same (by `dedupe`) waits, nothing changes; while it runs, it will run once more.
 */
export async function enqueue(tx: Tx, job: NewJob, now = new Date()): Promise<void> {
  const { name, payload = {}, dueAt = now, dedupe } = job
  await tx
    .insert(jobs)
    .values({ name, payload, dueAt, dedupe, createdAt: now })
    .onConflictDoUpdate({
      target: jobs.dedupe,
      targetWhere: sql`done_at is null and failed_at is null`,
      set: { again: true },
    })
}

/** Takes the open job of that `dedupe` out of the queue; one that is running can no longer end well. */
export async function cancel(tx: Tx, dedupe: string): Promise<void> {
  await tx.delete(jobs).where(and(eq(jobs.dedupe, dedupe), open))
}

/**
 * Takes due jobs of these names, oldest first, for `lease` milliseconds.
 * Looks before it asks for the write lock, so an idle worker holds nobody up.
 */
export async function claim(names: string[], limit: number, lease: number, now = new Date()): Promise<Claimed[]> {
  const free = or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now))
  const due = and(open, lte(jobs.dueAt, now), free, inArray(jobs.name, names))
  const [any] = await db.select({ id: jobs.id }).from(jobs).where(due).limit(1)
  if (!any) return []
  return db.write(async (tx) => {
    await tx
      .update(jobs)
      .set({ failedAt: now, error: 'Its worker died each time.' })
      .where(and(due, gte(jobs.attempts, MOST_ATTEMPTS)))
    const first = tx.select({ id: jobs.id }).from(jobs).where(due).orderBy(asc(jobs.dueAt), asc(jobs.id)).limit(limit)
    return tx
      .update(jobs)
      .set({ leaseUntil: new Date(now.getTime() + lease), attempts: sql`${jobs.attempts} + 1`, again: false })
      .where(inArray(jobs.id, first))
      .returning({ id: jobs.id, name: jobs.name, payload: jobs.payload, attempts: jobs.attempts, dueAt: jobs.dueAt })
  })
}

/** Holds a job for longer. @returns false when another worker has it, or it was cancelled */
export function renew(job: Claimed, lease: number, now = new Date()): Promise<boolean> {
  return db.write(async (tx) => {
    const kept = await tx
      .update(jobs)
      .set({ leaseUntil: new Date(now.getTime() + lease) })
      .where(mine(job))
      .returning({ id: jobs.id })
    return kept.length > 0
  })
}

/** @throws when another worker has the job, or it was cancelled: the caller's transaction is to be rolled back */
export async function done(tx: Tx, job: Claimed, now = new Date()): Promise<void> {
  const [ended] = await tx
    .update(jobs)
    .set({ doneAt: now, leaseUntil: null })
    .where(mine(job))
    .returning({ again: jobs.again, dedupe: jobs.dedupe })
  if (!ended) throw new Error(`Job ${job.id} (${job.name}) is no longer this worker's.`)
  await startOver(tx, job, ended, now)
}

/** After a fault the job is tried again, later each time; a refusal, or the last fault, ends it. */
export function failed(job: Claimed, error: unknown, now = new Date()): Promise<{ gaveUp: boolean }> {
  const gaveUp = isRefusal(error) || job.attempts >= MOST_ATTEMPTS
  const dueAt = new Date(now.getTime() + backOff(job.attempts))
  const outcome = gaveUp ? { failedAt: now } : { dueAt }
  return db.write(async (tx) => {
    const [ended] = await tx
      .update(jobs)
      .set({ ...outcome, leaseUntil: null, error: describe(error) })
      .where(mine(job))
      .returning({ again: jobs.again, dedupe: jobs.dedupe })
    if (ended && gaveUp) await startOver(tx, job, ended, now)
    return { gaveUp }
  })
}

/** What was asked for while the job ran is not lost with it. */
async function startOver(
  tx: Tx,
  job: Claimed,
  { again, dedupe }: { again: boolean; dedupe: string | null },
  now: Date,
) {
  if (again && dedupe) await enqueue(tx, { name: job.name, payload: job.payload, dedupe }, now)
}

/** Deletes jobs that ended before `before`. */
export function forgetEnded(before: Date): Promise<void> {
  return db.write(async (tx) => {
    await tx.delete(jobs).where(or(lt(jobs.doneAt, before), lt(jobs.failedAt, before)))
  })
}

const mine = (job: Claimed) =>
  and(eq(jobs.id, job.id), eq(jobs.attempts, job.attempts), isNotNull(jobs.leaseUntil), open)

/** A database error's own message holds the statement's values; its cause does not. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 500)
  return (error.cause instanceof Error ? error.cause.message : error.message).slice(0, 500)
}
