import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { followLog, head } from '#lib/publication/head'
import { lastSeq } from '#lib/publication/queries'
import { publications } from '#lib/publication/tables'
import { databaseForAll, execute } from '#lib/testing/database'
import { when } from '#lib/testing/newsroom'

import { makeFreshness } from './freshness'

const database = databaseForAll()
let evicted: string[]
let unfollow: () => void
beforeAll(async () => {
  unfollow = followLog()
})
beforeEach(() => {
  evicted = []
})
afterAll(async () => {
  unfollow()
})

const turn = () => new Promise((resolve) => setImmediate(resolve))

const start = async () => makeFreshness((keys) => evicted.push(...(keys ?? ['everything'])), await lastSeq(db))

/** An act as another process commits it: past this one's door. */
async function act(...acts: string[][]) {
  let seq = await lastSeq(db)
  for (const keys of acts) {
    seq += 1
    const row = { seq, act: 'publish', kind: 'story', subject: 's', at: when, keys } as const
    await db.write((tx) => tx.insert(publications).values(row))
  }
  // On PostgreSQL it is heard of in its time.
  const until = performance.now() + 2000
  while (head() < seq && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5))
  return seq
}

test('what another process did is known, and what it touched is thrown away once', async () => {
  const freshness = await start()
  expect(freshness.isCurrent()).toBe(true)
  await act(['story:a', 'latest:'], ['story:b'])
  await turn()
  expect(freshness.isCurrent()).toBe(false)
  await Promise.all([freshness.catchUp(), freshness.catchUp()])
  expect(evicted).toEqual(['story:a', 'latest:', 'story:b'])
  expect(freshness.isCurrent()).toBe(true)
  await freshness.catchUp()
  expect(evicted).toHaveLength(3)
})

test('a page whose render began before an act has changed only if it is made of what the act touched', async () => {
  const freshness = await start()
  const before = await lastSeq(db)
  const after = await act(['story:a'])
  await freshness.catchUp()
  expect(freshness.hasChangedSince(before, new Set(['story:a', 'menu:']))).toBe(true)
  expect(freshness.hasChangedSince(before, new Set(['story:b', 'menu:']))).toBe(false)
  expect(freshness.hasChangedSince(after, new Set(['story:a']))).toBe(false)
})

test('of very many acts at once everything goes, and of pages from before nothing is known', async () => {
  const freshness = await start()
  const before = await lastSeq(db)
  await act(...Array.from({ length: 600 }, (_, i) => [`story:${i}`]))
  await freshness.catchUp()
  expect(evicted).toEqual(['everything'])
  expect(freshness.isCurrent()).toBe(true)
  expect(freshness.hasChangedSince(before, new Set(['story:none']))).toBe(true)
})

test('a log that is shorter than it was said to be ends in an empty store, not in waiting', async () => {
  const freshness = await start()
  await freshness.catchUp((await lastSeq(db)) + 5)
  expect(evicted).toEqual(['everything'])
})

test('of keys that were touched long ago nothing is known, of the last ones all', async () => {
  const freshness = await start()
  const ends = [await lastSeq(db)]
  for (let i = 1; i <= 12; i += 1) ends.push(await act(Array.from({ length: 10_000 }, (_, n) => `story:${i}-${n}`)))
  await freshness.catchUp()
  const changed = (since: number, key: string) => freshness.hasChangedSince(ends[since] ?? 0, new Set([key]))
  expect(changed(0, 'story:none')).toBe(true)
  expect([changed(8, 'story:8-1'), changed(8, 'story:9-1'), changed(8, 'story:12-9999')]).toEqual([false, true, true])
  expect(changed(12, 'story:12-1')).toBe(false)
  expect(evicted).not.toContain('everything')
})

test('another connection’s act is known at once on SQLite, within 150 ms on PostgreSQL', async () => {
  const seq = (await lastSeq(db)) + 1
  const at = database.url.startsWith('postgres') ? `'${when.toISOString()}'` : when.getTime()
  const keys = `'["story:c"]'`
  await execute(
    database.url,
    `insert into publications (seq, act, kind, subject, note, at, keys) values (${seq}, 'publish', 'story', 's', '', ${at}, ${keys})`,
  )
  if (database.url.startsWith('postgres')) await new Promise((resolve) => setTimeout(resolve, 150))
  expect(head()).toBe(seq)
})
