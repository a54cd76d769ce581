import { setTimeout as sleep } from 'node:timers/promises'

import Connection from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createSamples, samples } from '#lib/testing/conformance-tables'
import { execute, type TestDatabase, testDatabase } from '#lib/testing/database'

import { db, open } from './client'
import { engine } from './columns'
import { connect } from './sqlite'

describe.runIf(engine === 'sqlite')('SQLite', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    await execute(database.url, createSamples)
  })
  afterAll(() => database.drop())

  const add = () => db.write((tx) => tx.insert(samples).values({ name: 'x', done: true }))

  test('loses no commit at a power cut, and keeps its keys', () => {
    const connection = connect(database.url)
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) =>
      connection.pragma(name, { simple: true }),
    )
    connection.close()
    expect(pragmas).toEqual(['wal', 2, 1])
  })

  test('a file that cannot keep a write-ahead log is refused', () => {
    expect(() => connect(':memory:')).toThrow('journal_mode')
  })

  test('while another process writes, a write waits and everything else goes on', async () => {
    const other = new Connection(database.url)
    other.exec('begin immediate')
    let turns = 0
    const timer = setInterval(() => (turns += 1), 5)
    const writing = add()
    await sleep(300)
    expect(await db.$count(samples)).toBe(0)
    expect(turns).toBeGreaterThan(10)
    other.exec('commit')
    other.close()
    await writing
    clearInterval(timer)
    expect(await db.$count(samples)).toBe(1)
  })

  test('after five seconds it and those behind it are refused as busy, and the next one is not', async () => {
    const other = new Connection(database.url)
    other.exec('begin immediate')
    const start = performance.now()
    const busy = { name: 'Refusal', reason: 'busy' }
    await Promise.all([add(), add(), add()].map((write) => expect(write).rejects.toMatchObject(busy)))
    expect(performance.now() - start).toBeLessThan(9000)
    other.exec('commit')
    other.close()
    await add()
  })

  test('the other engine’s address is refused', () => {
    expect(() => open('postgres://host/paper')).toThrow('chose sqlite')
  })
})
