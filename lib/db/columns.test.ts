import { and, asc, count, desc, eq, gt, isNotNull, lt, max, or, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { createSamples, samples } from '#lib/testing/conformance-tables'
import { databaseForAll, execute } from '#lib/testing/database'

import { db, isUniqueViolation, prepared } from './client'

type NewSample = typeof samples.$inferInsert

const database = databaseForAll()
beforeAll(async () => {
  await execute(database.url, createSamples)
})
beforeEach(() => db.write(async (tx) => void (await tx.delete(samples))))

const insert = (rows: NewSample[]) => db.write((tx) => tx.insert(samples).values(rows).returning({ id: samples.id }))
const noon = new Date('2026-06-01T12:00:00.123Z')

test('every kind of value comes back as it went in', async () => {
  const row = {
    name: 'naïve “quotes” 🗞 e\u0301',
    kind: 'two' as const,
    count: Number.MAX_SAFE_INTEGER,
    done: true,
    data: { z: 1, a: [null, 'ü', { deep: true }], 10: 'ten' },
    at: noon,
    version: -3,
  }
  await insert([{ ...row, bytes: Uint8Array.of(0, 255, 10, 39) }])
  const [back] = await db.select().from(samples)
  expect(back).toMatchObject(row)
  expect(Object.keys(back!.data as object)).toEqual(Object.keys(row.data))
  expect(back!.bytes).toBeInstanceOf(Uint8Array)
  expect([...back!.bytes!]).toEqual([0, 255, 10, 39])
})

test('what is not given is null or the default', async () => {
  await insert([{ name: 'bare' }])
  const [row] = await db.select().from(samples)
  expect(row).toMatchObject({ kind: 'one', count: 0, done: false, data: null, at: null, bytes: null, version: 1 })
})

test('numbered rows never get a deleted row’s number', async () => {
  const [first] = await insert([{ name: 'first' }])
  await db.write(async (tx) => void (await tx.delete(samples)))
  const [second] = await insert([{ name: 'second' }])
  expect(second!.id).toBeGreaterThan(first!.id)
})

test('counts and greatest values are numbers and dates', async () => {
  await insert([
    { name: 'a', at: noon },
    { name: 'b', count: 4 },
  ])
  expect(await db.$count(samples)).toBe(2)
  expect(await db.select({ rows: count(), top: max(samples.count), at: max(samples.at) }).from(samples)).toEqual([
    { rows: 2, top: 4, at: noon },
  ])
  expect(await db.select({ raw: sql`count(*)` }).from(samples)).toEqual([{ raw: 2 }])
})

test('text sorts by its bytes: capitals, small letters, then letters with marks', async () => {
  const sorted = ['B', 'Zebra', '_', 'a', 'b', 'zebra', 'Ä', 'é', 'ł']
  await insert([...sorted].reverse().map((name) => ({ name })))
  const rows = await db.select({ name: samples.name }).from(samples).orderBy(asc(samples.name))
  expect(rows.map((row) => row.name)).toEqual(sorted)
})

test('equality tells capitals and marks apart', async () => {
  await insert([{ name: 'Apple' }, { name: 'apple' }, { name: 'äpple' }])
  expect(await db.$count(samples, eq(samples.name, 'apple'))).toBe(1)
  expect(await db.$count(samples, and(gt(samples.name, 'B'), lt(samples.name, 'z')))).toBe(1)
})

test('LIKE finds a folded prefix; its case is the engine’s own, so only folded columns may meet it', async () => {
  await insert([{ name: 'floods' }, { name: 'flow' }, { name: 'ebb' }])
  expect(await db.$count(samples, sql`${samples.name} like ${'flo%'}`)).toBe(2)
  const capital = await db.$count(samples, sql`${samples.name} like ${'FLO%'}`)
  expect(capital).toBe(process.env.TEST_DATABASE_URL ? 0 : 2)
})

test('a page after another misses and repeats nothing, though all have the same time', async () => {
  await insert(
    Array.from({ length: 25 }, (_, i) => ({ name: `story ${i}`, at: i < 20 ? noon : new Date(noon.getTime() - i) })),
  )
  const seen: number[] = []
  let last: { id: number; at: Date | null } | undefined
  do {
    const after = last && or(lt(samples.at, last.at!), and(eq(samples.at, last.at!), lt(samples.id, last.id)))
    const page = await db
      .select({ id: samples.id, at: samples.at })
      .from(samples)
      .where(and(isNotNull(samples.at), after))
      .orderBy(desc(samples.at), desc(samples.id))
      .limit(7)
    seen.push(...page.map((row) => row.id))
    last = page.at(-1)
  } while (last)
  expect(seen).toHaveLength(25)
  expect(new Set(seen).size).toBe(25)
})

test('rows without a value come at opposite ends, so lists sort by columns that always have one', async () => {
  await insert([{ name: 'timed', at: noon }, { name: 'untimed' }])
  const rows = await db.select({ name: samples.name }).from(samples).orderBy(asc(samples.at))
  expect(rows[0]!.name).toBe(process.env.TEST_DATABASE_URL ? 'timed' : 'untimed')
  const same = await db
    .select({ name: samples.name })
    .from(samples)
    .orderBy(sql`${samples.at} is null`, asc(samples.at))
  expect(same.map((row) => row.name)).toEqual(['timed', 'untimed'])
})

test('a partial unique index holds only while its condition does', async () => {
  await insert([{ name: 'same' }])
  await expect(insert([{ name: 'same' }])).rejects.toSatisfy(isUniqueViolation)
  await db.write(async (tx) => void (await tx.update(samples).set({ done: true })))
  await insert([{ name: 'same' }])
  const again = await db.write((tx) =>
    tx.insert(samples).values({ name: 'same' }).onConflictDoNothing().returning({ id: samples.id }),
  )
  expect(again).toEqual([])
})

test('a prepared query takes its values at each call, in db and in tx', async () => {
  const top = prepared('test_top_samples', (on) =>
    on
      .select({ name: samples.name, at: samples.at })
      .from(samples)
      .where(gt(samples.count, sql.placeholder('above')))
      .orderBy(asc(samples.count))
      .limit(sql.placeholder('limit')),
  )
  await insert([1, 2, 3].map((n) => ({ name: `n${n}`, count: n, at: noon })))
  expect(await top(db, { above: 1, limit: 1 })).toEqual([{ name: 'n2', at: noon }])
  expect(await top(db, { above: 2, limit: 5 })).toEqual([{ name: 'n3', at: noon }])
  await db.write(async (tx) => {
    await tx.insert(samples).values({ name: 'n4', count: 4, at: noon })
    expect(await top(tx, { above: 2, limit: 5 })).toHaveLength(2)
  })
})
