import { setTimeout as sleep } from 'node:timers/promises'

import { count } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { db } from '#lib/db/client'
import { startChild } from '#lib/testing/child'
import { createSamples, samples } from '#lib/testing/conformance-tables'
import { databaseForAll, execute } from '#lib/testing/database'

import { enqueue } from './commands'
import { type Handler, type Options, startJobs } from './runner'
import { jobs } from './tables'

const database = databaseForAll()
beforeAll(async () => {
  await execute(database.url, createSamples)
})
beforeEach(() =>
  db.write(async (tx) => {
    await tx.delete(jobs)
    await tx.delete(samples)
  }),
)

const workers: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop()
})
function start(handlers: Record<string, Handler>, options: Options = {}) {
  const worker = startJobs(handlers, { poll: 20, ...options })
  workers.push(worker)
  return worker
}

const put = (payload: unknown) => db.write((tx) => enqueue(tx, { name: 'effect', payload }))
const effects = async () =>
  await db.select({ name: samples.name, times: count() }).from(samples).groupBy(samples.name).orderBy(samples.name)
const states = () => db.select({ done: jobs.doneAt, failed: jobs.failedAt, attempts: jobs.attempts }).from(jobs)
const allDone = () => vi.waitFor(async () => expect((await states()).every((job) => job.done)).toBe(true), 8000)

/** Leaves one row for each time that it is run to its end. */
const effect: Handler = (job) =>
  db.write(async (tx) => {
    await tx.insert(samples).values({ name: String(job.payload), done: true })
    await job.done(tx)
  })

test('two workers on one queue run each job once', async () => {
  for (let i = 0; i < 30; i++) await put(i)
  start({ effect })
  start({ effect })
  await allDone()
  const found = await effects()
  expect(found).toHaveLength(30)
  expect(found.every((row) => row.times === 1)).toBe(true)
})

test('a handler that does not end its job itself is ended when it resolves', async () => {
  await put('plain')
  start({
    effect: (job) => db.write(async (tx) => void (await tx.insert(samples).values({ name: String(job.payload) }))),
  })
  await allDone()
  expect(await effects()).toEqual([{ name: 'plain', times: 1 }])
})

test('a job that fails is tried again', async () => {
  await put('flaky')
  let tries = 0
  start({
    effect: async (job) => {
      tries += 1
      if (tries === 1) throw new Error('down')
      await effect(job)
    },
  })
  await allDone()
  expect(tries).toBe(2)
  expect(await effects()).toEqual([{ name: 'flaky', times: 1 }])
})

test('a long job is held by its worker’s heartbeat', async () => {
  await put('long')
  let starts = 0
  const slow: Handler = async (job) => {
    starts += 1
    await sleep(900)
    await effect(job)
  }
  start({ effect: slow }, { lease: 300 })
  start({ effect: slow }, { lease: 300 })
  await allDone()
  expect(starts).toBe(1)
})

test('a worker that has lost its job is told, and its effect is rolled back', async () => {
  await put('once')
  let told = false
  start(
    {
      effect: async (job) => {
        await execute(database.url, `update jobs set attempts = attempts + 1`)
        await vi.waitFor(() => expect(job.signal.aborted).toBe(true), 3000)
        told = true
        await effect(job)
      },
    },
    { lease: 300 },
  )
  await vi.waitFor(() => expect(told).toBe(true), 5000)
  await workers[0]!.stop()
  expect(await effects()).toEqual([])
})

test('stop takes no more jobs, tells those under way and waits for them', async () => {
  await put('first')
  let ended = false
  let started = () => {}
  const running = new Promise<void>((resolve) => (started = resolve))
  const worker = start({
    effect: async (job) => {
      started()
      await new Promise((resolve) => job.signal.addEventListener('abort', resolve))
      await sleep(50)
      ended = true
      await effect(job)
    },
  })
  await running
  await worker.stop()
  expect(ended).toBe(true)
  await put('second')
  await sleep(100)
  expect(await effects()).toEqual([{ name: 'first', times: 1 }])
})

test('a worker killed in mid-job: another does it, once', { timeout: 30_000 }, async () => {
  await put('survivor')
  const worker = await startChild('lib/testing/child-worker.ts', {
    CHILD_DATABASE: database.url,
    DATABASE_URL: process.env.DATABASE_URL ?? '',
  })
  expect(await worker.line()).toBe('taken')
  start({ effect })
  await sleep(700)
  expect(await effects()).toEqual([])
  worker.child.kill('SIGKILL')
  await worker.ended
  await allDone()
  expect(await effects()).toEqual([{ name: 'survivor', times: 1 }])
  expect(await states()).toMatchObject([{ attempts: 2 }])
})
