import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { createSamples, samples } from '#lib/testing/conformance-tables'
import { execute, type TestDatabase, testDatabase } from '#lib/testing/database'

import { db } from './client'
import { engine } from './columns'

describe.runIf(engine === 'postgres')('PostgreSQL', () => {
  let database: TestDatabase
  let other: pg.Client
  beforeAll(async () => {
    database = await testDatabase()
    await execute(database.url, createSamples)
    other = new pg.Client({ connectionString: database.url })
    await other.connect()
  })
  afterAll(async () => {
    await other.end()
    await database.drop()
  })

  const add = () => db.write((tx) => tx.insert(samples).values({ name: 'x', done: true }))
  const breakConnections = () =>
    other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stet' and datname = current_database()`,
    )

  test('a server that drops all connections fails what was under way, and nothing after it', async () => {
    await add()
    const before = await db.$count(samples)
    const broken = db.write(async (tx) => {
      await tx.insert(samples).values({ name: 'lost', done: true })
      await breakConnections()
      await tx.insert(samples).values({ name: 'lost too', done: true })
    })
    await expect(broken).rejects.toThrow()
    // The pool hears of the idle ones a moment later.
    await vi.waitFor(async () => expect(await db.$count(samples)).toBe(before))
    await add()
    expect(await db.$count(samples)).toBe(before + 1)
  })

  test('a write waits for another process’s, and is refused as busy after five seconds', async () => {
    await other.query('begin; select pg_advisory_xact_lock(7)')
    const start = performance.now()
    const busy = { name: 'Refusal', reason: 'busy' }
    await Promise.all([add(), add(), add()].map((write) => expect(write).rejects.toMatchObject(busy)))
    expect(performance.now() - start).toBeLessThan(9000)
    await db.append((tx) => tx.insert(samples).values({ name: 'keystroke', done: true }))
    await other.query('commit')
    await add()
  })

  test('statements that are not awaited run one after the other, and count when they fail', async () => {
    const doomed = db.write(async (tx) => {
      const twice = () =>
        tx
          .insert(samples)
          .values({ name: 'twice' })
          .then(() => {})
      twice().catch(() => {})
      twice().catch(() => {})
    })
    await expect(doomed).rejects.toThrow()
    expect(await execute(database.url, `select id from samples where name = 'twice'`)).toEqual([])
  })
})
