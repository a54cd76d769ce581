import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { readLine } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { storyLog } from '#lib/story/tables'
import { cookieOf, headlineOf, isSaved, openStory, startCollab, type, until } from '#lib/testing/collab'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { beginStory } from '#lib/testing/log'
import { newsroom } from '#lib/testing/newsroom'

import type { Connection } from './connection'

let database: TestDatabase
let desk: Awaited<ReturnType<typeof newsroom>>
let server: Awaited<ReturnType<typeof startCollab>>
let opened: Connection[]
beforeEach(async () => {
  database = await testDatabase()
  desk = await newsroom()
  await beginStory('flood')
  server = await startCollab()
  opened = []
})
afterEach(async () => {
  for (const connection of opened) await connection.destroy()
  await server.close()
  await database.drop()
})

async function open(person: Actor) {
  const connection = openStory(server.origin, 'flood', person, await cookieOf(person))
  opened.push(connection)
  return connection
}
async function opens(person: Actor) {
  const connection = await open(person)
  await until(() => connection.state().room && ['saved', 'read-only'].includes(connection.state().save))
  return connection
}
const logged = async () => readLine(await loadLog(db, 'flood'), 'headline')
const rows = () => db.select({ by: storyLog.by }).from(storyLog).where(eq(storyLog.storyId, 'flood'))

test('two people see each other’s words, and the log has them under their names', async () => {
  const nadia = await opens(desk.nadia)
  const petra = await opens(desk.petra)
  type(nadia, 'one ')
  await until(() => headlineOf(petra) === 'one River rises')
  type(petra, 'two ')
  await until(() => headlineOf(nadia) === 'two one River rises')
  await until(() => isSaved(nadia)() && isSaved(petra)())
  expect(await logged()).toBe('two one River rises')
  expect((await rows()).map(({ by }) => by)).toEqual(['nadia', 'nadia', 'petra'])
})

test('what is said to be saved is in the log', async () => {
  const nadia = await opens(desk.nadia)
  for (let i = 0; i < 20; i += 1) {
    type(nadia, `${i} `)
    expect(nadia.state().save).toBe('saving')
    await until(isSaved(nadia))
    expect(await logged()).toBe(headlineOf(nadia))
  }
})
