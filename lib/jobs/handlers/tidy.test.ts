import { existsSync, mkdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { appendAudit } from '#lib/audit/commands'
import { audit, auditPersonal } from '#lib/audit/tables'
import { attempts } from '#lib/auth/tables'
import { db } from '#lib/db/client'
import { workFolder } from '#lib/media/store/work'
import { firstSettings } from '#lib/settings/queries'
import { settings } from '#lib/settings/tables'
import { databaseForAll } from '#lib/testing/database'

import { claim } from '../commands'
import { startJobs } from '../runner'
import { jobs } from '../tables'
import { nextTidy, planTidy, tidy } from './tidy'

databaseForAll()
let worker: ReturnType<typeof startJobs> | undefined
beforeEach(() => db.write(async (tx) => void (await tx.delete(jobs))))
afterEach(() => worker?.stop())

const planned = () =>
  db.select({ dueAt: jobs.dueAt, done: jobs.doneAt, failed: jobs.failedAt }).from(jobs).orderBy(asc(jobs.id))

test.each([
  ['2026-06-01T02:59:59Z', '2026-06-01T03:00:00Z'],
  ['2026-06-01T03:00:00Z', '2026-06-02T03:00:00Z'],
  ['2026-12-31T12:00:00Z', '2027-01-01T03:00:00Z'],
])('at %s the next tidying is at %s', (now, next) => expect(nextTidy(new Date(now))).toEqual(new Date(next)))

test('planned at each start, it is there once a day', async () => {
  for (const hour of [4, 5, 23]) await planTidy(new Date(Date.UTC(2026, 5, 1, hour)))
  await planTidy(new Date(Date.UTC(2026, 5, 2, 4)))
  expect((await planned()).map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual(['2026-06-02', '2026-06-03'])
})

test('it deletes what is over and plans the next', async () => {
  await db.write((tx) => tx.insert(attempts).values({ key: 'old', count: 3, resetsAt: new Date(0) }))
  const left = join(workFolder(), 'media-of-a-killed-process')
  mkdirSync(left, { recursive: true })
  utimesSync(left, 0, 0)
  await planTidy(new Date(0))
  worker = startJobs({ tidy }, { poll: 20 })
  await vi.waitFor(async () => expect((await planned())[0]?.done).not.toBeNull(), 5000)
  expect([await db.$count(attempts), existsSync(left)]).toEqual([0, false])
  expect(await planned()).toMatchObject([{}, { done: null, failed: null }])
  expect((await planned())[1]!.dueAt.getTime()).toBeGreaterThan(Date.now())
})

test('it cuts the audit at the end of the time that is set, and nothing where none is', async () => {
  const now = new Date()
  const old = new Date(now.getTime() - 400 * 86_400_000)
  const entry = { actorId: null, act: 'sign-out', subject: 'person:nadia' } as const
  await db.write(async (tx) => {
    for (const at of [old, old, now]) await appendAudit(tx, { ...entry, at, personal: { address: '::1', agent: '' } })
  })
  const run = async () => {
    await planTidy(new Date(0))
    const [job] = await claim(['tidy'], 1, 60_000)
    await tidy({ ...job!, signal: new AbortController().signal, done: async () => {} })
    await db.write(async (tx) => void (await tx.delete(jobs)))
    return { acts: await db.$count(audit), personal: await db.$count(auditPersonal) }
  }
  expect(await run()).toEqual({ acts: 3, personal: 3 })
  await db.write((tx) => tx.insert(settings).values({ id: 'paper', ...firstSettings(), personalDays: 30 }))
  expect(await run()).toEqual({ acts: 3, personal: 1 })
  await db.write((tx) => tx.update(settings).set({ auditDays: 365 }))
  expect(await run()).toEqual({ acts: 2, personal: 1 })
})

test('one that is early by the clock, as after it was set back, plans another than itself', async () => {
  await planTidy()
  await db.write((tx) => tx.update(jobs).set({ dueAt: new Date(0) }))
  worker = startJobs({ tidy }, { poll: 20 })
  await vi.waitFor(async () => expect((await planned())[0]?.done).not.toBeNull(), 5000)
  await worker.stop()
  const [, next, ...others] = await planned()
  expect(next!.dueAt.getTime() - nextTidy(new Date()).getTime()).toBe(86_400_000)
  expect(others).toEqual([])
})

test('one that fails has planned the next all the same', async () => {
  await planTidy(new Date(0))
  const [job] = await claim(['tidy'], 1, 60_000)
  const done = async () => {
    throw new Error('no longer')
  }
  await expect(tidy({ ...job!, signal: new AbortController().signal, done })).rejects.toThrow('no longer')
  expect(await planned()).toHaveLength(2)
})
