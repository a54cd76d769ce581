import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { databaseForAll } from '#lib/testing/database'

import { cancel, claim, done, enqueue, failed, forgetEnded, MOST_ATTEMPTS, type NewJob, renew } from './commands'
import { jobs } from './tables'
import { backOff } from './trouble'

databaseForAll()
beforeEach(() => db.write(async (tx) => void (await tx.delete(jobs))))

const noon = new Date('2026-06-01T12:00:00Z')
const after = (ms: number) => new Date(noon.getTime() + ms)
const put = (job: NewJob = { name: 'send' }) => db.write((tx) => enqueue(tx, job, noon))
const take = (now = noon, limit = 10) => claim(['send'], limit, 1000, now)
const end = (job: Parameters<typeof done>[1], now = noon) => db.write((tx) => done(tx, job, now))

test('a job is claimed when due, not before, oldest first', async () => {
  await put({ name: 'send', payload: { to: 'later' }, dueAt: after(2) })
  await put({ name: 'send', payload: { to: 'sooner' }, dueAt: after(1) })
  expect(await take(noon)).toEqual([])
  expect(await take(after(1))).toMatchObject([{ payload: { to: 'sooner' }, attempts: 1 }])
  expect(await take(after(2), 1)).toMatchObject([{ payload: { to: 'later' } }])
  expect(await take(after(2))).toEqual([])
})

test('a job of a transaction that fails was never there', async () => {
  await db
    .write(async (tx) => {
      await enqueue(tx, { name: 'send' }, noon)
      throw new Error('no')
    })
    .catch(() => {})
  expect(await take()).toEqual([])
})

test('two who claim at the same time never get the same job', async () => {
  for (let i = 0; i < 20; i++) await put()
  const claimed = await Promise.all(Array.from({ length: 10 }, () => take(noon, 2)))
  const ids = claimed.flat().map((job) => job.id)
  expect(ids).toHaveLength(20)
  expect(new Set(ids).size).toBe(20)
})

test('a worker takes only jobs that it can do', async () => {
  await put({ name: 'other' })
  expect(await take()).toEqual([])
})

test('done is done; nobody claims it again', async () => {
  await put()
  const [job] = await take()
  await end(job!)
  expect(await take(after(1e9))).toEqual([])
})

test('a lease that ran out lets another worker in, and shuts the first one out', async () => {
  await put()
  const [first] = await take()
  expect(await take(after(999))).toEqual([])
  const [second] = await take(after(1000))
  expect(second).toMatchObject({ id: first!.id, attempts: 2 })
  await expect(end(first!)).rejects.toThrow('no longer')
  expect(await renew(first!, 1000, after(1001))).toBe(false)
  await failed(first!, new Error('late'), after(1001))
  await end(second!)
})

test('a renewed lease holds', async () => {
  await put()
  const [job] = await take()
  expect(await renew(job!, 1000, after(900))).toBe(true)
  expect(await take(after(1800))).toEqual([])
  expect(await take(after(1900))).toHaveLength(1)
})

test('a fault lets a job wait longer each time, and at last gives it up', async () => {
  await put()
  let now = noon
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const [job] = await take(now)
    expect(job?.attempts).toBe(attempt)
    expect(await failed(job!, new Error('down'), now)).toEqual({ gaveUp: attempt === MOST_ATTEMPTS })
    const next = new Date(now.getTime() + backOff(attempt))
    expect(await take(new Date(next.getTime() - 1))).toEqual([])
    now = next
  }
  expect(await take(after(1e10))).toEqual([])
  expect(await db.select({ error: jobs.error, failedAt: jobs.failedAt }).from(jobs)).toMatchObject([{ error: 'down' }])
  expect([1, 2, 3, 20].map(backOff)).toEqual([1000, 4000, 16_000, 3_600_000])
})

test('a refusal ends a job at once', async () => {
  await put()
  const [job] = await take()
  expect(await failed(job!, new Refusal('rule', 'Under embargo.'), noon)).toEqual({ gaveUp: true })
  expect(await take(after(1e9))).toEqual([])
})

test('a job whose workers die each time is given up', async () => {
  await put()
  for (let i = 0; i < MOST_ATTEMPTS; i++) expect(await take(after(i * 1000))).toHaveLength(1)
  expect(await take(after(MOST_ATTEMPTS * 1000))).toEqual([])
  expect((await db.select({ failedAt: jobs.failedAt }).from(jobs))[0]?.failedAt).not.toBeNull()
})

test('asked for twice while it waits, a job runs once; while it runs, once more', async () => {
  const twice = { name: 'send', dedupe: 'story:1' }
  await put(twice)
  await put(twice)
  const [job, none] = await take()
  expect(none).toBeUndefined()
  await put(twice)
  expect(await take()).toEqual([])
  await end(job!)
  const [again] = await take()
  expect(again!.id).not.toBe(job!.id)
  await end(again!)
  expect(await take()).toEqual([])
  await put(twice)
  expect(await take()).toHaveLength(1)
})

test('what was asked for while a job ran survives its refusal', async () => {
  await put({ name: 'send', dedupe: 'x' })
  const [job] = await take()
  await put({ name: 'send', dedupe: 'x' })
  await failed(job!, new Refusal('rule', 'No.'), noon)
  expect(await take()).toHaveLength(1)
})

test('a cancelled job does not run, and one under way cannot end well', async () => {
  await put({ name: 'send', dedupe: 'x' })
  const [job] = await take()
  await db.write((tx) => cancel(tx, 'x'))
  await expect(end(job!)).rejects.toThrow('no longer')
  expect(await take(after(1e9))).toEqual([])
})

test('an error is kept without the values of the statement that failed', async () => {
  await put()
  const [job] = await take()
  await failed(job!, new Error('Failed query: … params: secret text', { cause: new Error('duplicate key') }), noon)
  expect(await db.select({ error: jobs.error }).from(jobs).where(eq(jobs.id, job!.id))).toEqual([
    { error: 'duplicate key' },
  ])
})

test('ended jobs are forgotten in time, open ones never', async () => {
  await put()
  const [job] = await take()
  await end(job!, noon)
  await put({ name: 'send', dueAt: after(-1e9) })
  await forgetEnded(noon)
  expect(await db.$count(jobs)).toBe(2)
  await forgetEnded(after(1))
  expect(await db.$count(jobs)).toBe(1)
})
