import { and, count, eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startChild } from '#lib/testing/child'
import { createSamples, samples } from '#lib/testing/conformance-tables'
import { databaseForAll, execute } from '#lib/testing/database'

import { db, isUniqueViolation, prepared, type Tx } from './client'

const database = databaseForAll()
beforeAll(async () => {
  await execute(database.url, createSamples)
})
beforeEach(() => db.write(async (tx) => void (await tx.delete(samples))))

const add = (tx: Pick<Tx, 'insert'>, name: string) => tx.insert(samples).values({ name }).returning({ id: samples.id })
const names = async () =>
  (await db.select({ name: samples.name }).from(samples).orderBy(samples.id)).map((row) => row.name)
const boom = new Error('boom')

describe('a write', () => {
  test('is committed when it resolves, with its result', async () => {
    const [row] = await db.write((tx) => add(tx, 'kept'))
    expect(row?.id).toBeTypeOf('number')
    expect(await names()).toEqual(['kept'])
  })

  test('is rolled back when it throws, and the next one goes on', async () => {
    const failing = db.write(async (tx) => {
      await add(tx, 'lost')
      throw boom
    })
    await expect(failing).rejects.toBe(boom)
    await db.write((tx) => add(tx, 'next'))
    expect(await names()).toEqual(['next'])
  })

  test('is unseen by readers until it is committed, and seen by its own tx', async () => {
    // The reader's async context is this test's, not the write's.
    let arrived = () => {}
    let leave = () => {}
    const inside = new Promise<void>((resolve) => (arrived = resolve))
    const left = new Promise<void>((resolve) => (leave = resolve))
    const writing = db.write(async (tx) => {
      await add(tx, 'unseen')
      expect(await tx.select({ name: samples.name }).from(samples)).toEqual([{ name: 'unseen' }])
      arrived()
      await left
    })
    await inside
    expect(await names()).toEqual([])
    leave()
    await writing
    expect(await names()).toEqual(['unseen'])
  })

  test('loses no update among fifty that read, then write', async () => {
    await db.write((tx) => add(tx, 'counter'))
    await Promise.all(
      Array.from({ length: 50 }, () =>
        db.write(async (tx) => {
          const [row] = await tx.select({ count: samples.count }).from(samples)
          await tx.update(samples).set({ count: row!.count + 1 })
        }),
      ),
    )
    expect(await db.select({ count: samples.count }).from(samples)).toEqual([{ count: 50 }])
  })

  test('lets the event loop turn while many wait', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await Promise.all(Array.from({ length: 300 }, (_, i) => db.write((tx) => add(tx, `waiting ${i}`))))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(2)
  })
})

describe('a nested write', () => {
  test('joins the outer one: both or neither', async () => {
    const failing = db.write(async (tx) => {
      await db.write((inner) => add(inner, 'inner'))
      await add(tx, 'outer')
      throw boom
    })
    await expect(failing).rejects.toBe(boom)
    expect(await names()).toEqual([])
    await db.write(async (tx) => {
      await db.write((inner) => add(inner, 'inner'))
      await add(tx, 'outer')
    })
    expect(await names()).toEqual(['inner', 'outer'])
  })

  test('that fails dooms the outer one, though caught', async () => {
    const doomed = db.write(async (tx) => {
      await add(tx, 'outer')
      await db.write(() => Promise.reject(boom)).catch(() => {})
    })
    await expect(doomed).rejects.toBe(boom)
    expect(await names()).toEqual([])
  })

  test('that nobody waits for fails the outer one', async () => {
    const late = db.write(async (tx) => {
      await add(tx, 'outer')
      db.write(() => new Promise(() => {})).catch(() => {})
    })
    await expect(late).rejects.toThrow('not awaited')
    expect(await names()).toEqual([])
  })
})

describe('a failed statement', () => {
  test('dooms its write, though caught: a unique violation inside a transaction', async () => {
    let seen = false
    const doomed = db.write(async (tx) => {
      await add(tx, 'twice')
      await add(tx, 'twice').catch((error) => {
        seen = isUniqueViolation(error)
      })
    })
    await expect(doomed).rejects.toSatisfy(isUniqueViolation)
    expect(seen).toBe(true)
    expect(await names()).toEqual([])
  })

  test('lets no later statement of its write through', async () => {
    const doomed = db.write(async (tx) => {
      await add(tx, 'twice')
      await add(tx, 'twice').catch(() => {})
      await expect(add(tx, 'after')).rejects.toSatisfy((error: Error) =>
        /failed already/.test(`${error} ${error.cause}`),
      )
    })
    await expect(doomed).rejects.toSatisfy(isUniqueViolation)
    expect(await names()).toEqual([])
  })

  test('is not a unique violation when it is another fault', () => {
    expect(isUniqueViolation(new Error('other'))).toBe(false)
    expect(isUniqueViolation('text')).toBe(false)
  })
})

const cause = (error: Error) => `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`

describe('the wrong handle', () => {
  const byName = prepared('test_sample_by_name', (on) =>
    on
      .select({ id: samples.id })
      .from(samples)
      .where(eq(samples.name, sql.placeholder('name'))),
  )

  test('db, read inside a write, throws', async () => {
    await db.write(async (tx) => {
      await expect(async () => db.select({ id: samples.id }).from(samples)).rejects.toSatisfy((error: Error) =>
        cause(error).includes('read with its tx'),
      )
      await expect(byName(db, { name: 'x' })).rejects.toSatisfy((error: Error) =>
        cause(error).includes('read with its tx'),
      )
      expect(await byName(tx, { name: 'x' })).toEqual([])
    })
  })

  test('a tx used after its commit throws, also while another write is open', async () => {
    let kept!: Tx
    let late!: Promise<unknown>
    await db.write(async (tx) => {
      kept = tx
      late = new Promise((resolve) => setTimeout(resolve, 30)).then(() => add(tx, 'late'))
    })
    const refused = (error: Error) => cause(error).includes('only inside its write')
    await expect(async () => add(kept, 'after')).rejects.toSatisfy(refused)
    await db.write(async () => {
      await expect(late).rejects.toSatisfy(refused)
    })
    expect(await names()).toEqual([])
  })

  test('reading with db is fine again once the write has ended', async () => {
    await db.write((tx) => add(tx, 'one'))
    expect(await byName(db, { name: 'one' })).toHaveLength(1)
  })

  test('the readers’ connection cannot write', async () => {
    const writing = db as unknown as Tx
    await expect(async () => writing.insert(samples).values({ name: 'smuggled' })).rejects.toThrow()
    expect(await names()).toEqual([])
  })
})

describe('afterCommit', () => {
  test('runs after the outer commit, before the caller hears of it', async () => {
    const order: string[] = []
    await db
      .write(async (tx) => {
        await db.write(async () => db.afterCommit(() => order.push('committed')))
        await add(tx, 'x')
        order.push('ran')
      })
      .then(() => order.push('resolved'))
    expect(order).toEqual(['ran', 'committed', 'resolved'])
  })

  test('does not run after a rollback, and not outside a write', async () => {
    const listener = vi.fn()
    await db
      .write(async () => {
        db.afterCommit(listener)
        throw boom
      })
      .catch(() => {})
    expect(listener).not.toHaveBeenCalled()
    expect(() => db.afterCommit(listener)).toThrow('inside a write')
  })
})

describe('append', () => {
  test('resolves each of many with its own result, all committed', async () => {
    const ids = await Promise.all(Array.from({ length: 100 }, (_, i) => db.append((tx) => add(tx, `entry ${i}`))))
    expect(new Set(ids.map(([row]) => row?.id)).size).toBe(100)
    expect(await names()).toHaveLength(100)
  })

  test('of one that fails hurts nobody else in its group', async () => {
    const results = await Promise.allSettled(['a', 'b', 'b', 'c'].map((name) => db.append((tx) => add(tx, name))))
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await names()).sort()).toEqual(['a', 'b', 'c'])
  })

  test('inside a write is part of it', async () => {
    await db
      .write(async () => {
        await db.append((tx) => add(tx, 'undone'))
        throw boom
      })
      .catch(() => {})
    expect(await names()).toEqual([])
  })
})

test('of two who edit the same version, the second is told', async () => {
  const [row] = await db.write((tx) => add(tx, 'story'))
  const edit = (data: string, seen: number) =>
    db.write((tx) =>
      tx
        .update(samples)
        .set({ data, version: sql`${samples.version} + 1` })
        .where(and(eq(samples.id, row!.id), eq(samples.version, seen)))
        .returning({ version: samples.version }),
    )
  expect(await edit('hers', 1)).toEqual([{ version: 2 }])
  expect(await edit('his', 1)).toEqual([])
  expect(await db.select({ data: samples.data }).from(samples)).toEqual([{ data: 'hers' }])
})

test('fifty writers in each of two processes: no write fails, none is lost', { timeout: 60_000 }, async () => {
  await db.write((tx) => add(tx, 'shared'))
  const environment = { CHILD_DATABASE: database.url, DATABASE_URL: process.env.DATABASE_URL ?? '' }
  const children = await Promise.all([1, 2].map(() => startChild('lib/testing/child-writer.ts', environment)))
  await Promise.all(children.map(async (child) => expect(await child.line()).toBe('ready')))
  expect(await Promise.all(children.map((child) => child.line()))).toEqual(['0', '0'])
  expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0])
  const [row] = await db.select({ count: samples.count, rows: count() }).from(samples).groupBy(samples.count)
  expect(row).toEqual({ count: 1000, rows: 1 })
})
