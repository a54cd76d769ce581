import { type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { engine } from '#lib/db/columns'
import { headlineOf, holdAppends, isSaved, type, until } from '#lib/testing/collab'
import { floodInRooms, logged, rows, saveOf, seconds } from '#lib/testing/rooms'

const { database, desk, leave, opens, server } = floodInRooms()

test('what is said to be saved is in the log', async () => {
  const nadia = await opens(desk.nadia)
  for (let i = 0; i < 20; i += 1) {
    type(nadia, `${i} `)
    expect(saveOf(nadia)).toBe('saving')
    await until(isSaved(nadia))
    expect(await logged()).toBe(headlineOf(nadia))
  }
})

test('nothing is called saved, and nobody sees it, before it is kept', async () => {
  const nadia = await opens(desk.nadia)
  const petra = await opens(desk.petra)
  const keep = holdAppends(database.db)
  type(nadia, 'one ')
  await seconds(0.6)
  expect(saveOf(nadia)).toBe('saving')
  expect(headlineOf(petra)).toBe('River rises')
  const snapshot = nadia.snapshot()
  expect(await Promise.race([snapshot.then(() => 'sent'), seconds(0.2).then(() => 'waits')])).toBe('waits')
  keep()
  await snapshot
  await until(isSaved(nadia))
  expect(await logged()).toBe('one River rises')
})

test('what could not be kept is sent again by itself, and is there once', async () => {
  const nadia = await opens(desk.nadia)
  const keep = holdAppends(database.db, new Error('disk full'))
  type(nadia, 'one ')
  await until(() => saveOf(nadia) === 'device')
  type(nadia, 'two ')
  keep()
  await until(isSaved(nadia))
  expect(await logged()).toBe('two one River rises')
})

test.skipIf(engine !== 'sqlite')('while the disk is full it stays on this device, and goes up by itself', async () => {
  const pages = (name: string) => database.db.write(async (tx) => (tx as never as Raw).get(sql.raw(`pragma ${name}`)))
  const nadia = await opens(desk.nadia)
  const { page_count } = (await pages('page_count')) as { page_count: number }
  await pages(`max_page_count = ${page_count}`)
  const words = 'many words '.repeat(20_000)
  type(nadia, words)
  await until(() => saveOf(nadia) === 'device')
  type(nadia, 'more ')
  expect(await logged()).toBe('River rises')
  await pages('max_page_count = 1000000')
  await until(isSaved(nadia), 10_000)
  expect(await logged()).toBe(`more ${words}River rises`)
})

type Raw = { get: (query: SQL) => unknown }

test('what was typed without the server is there, once, when the story is opened again', async () => {
  const nadia = await opens(desk.nadia)
  const petra = await opens(desk.petra)
  const keep = holdAppends(database.db, new Error('disk full'))
  type(nadia, 'one ')
  await until(() => saveOf(nadia) === 'device')
  await nadia.destroy()
  expect(await logged()).toBe('River rises')
  keep()
  type(petra, 'two ')
  await until(isSaved(petra))
  const again = await opens(desk.nadia)
  await until(() => headlineOf(petra).length === headlineOf(again).length)
  expect(headlineOf(again)).toMatch(/^(one two|two one) River rises$/)
  expect(await logged()).toBe(headlineOf(again))
})

test('when everybody has left, the log is one row with all that was typed', async () => {
  const nadia = await opens(desk.nadia)
  for (const word of ['one ', 'two ', 'three ']) type(nadia, word)
  await until(isSaved(nadia))
  await leave()
  await until(async () => (await rows()).length === 1)
  expect(await logged()).toBe('three two one River rises')
  expect(headlineOf(await opens(desk.nadia))).toBe('three two one River rises')
})

test('closing the rooms keeps all that was sent', async () => {
  const nadia = await opens(desk.nadia)
  type(nadia, 'last ')
  await until(isSaved(nadia))
  await server.close()
  expect(await logged()).toBe('last River rises')
  expect(await rows()).toHaveLength(1)
  await until(() => saveOf(nadia) === 'saved')
  type(nadia, 'alone ')
  expect(saveOf(nadia)).toBe('saving')
  await until(() => saveOf(nadia) === 'device')
})
