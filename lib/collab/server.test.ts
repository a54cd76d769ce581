import { eq } from 'drizzle-orm'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { sessions } from '#lib/auth/tables'
import { db, install } from '#lib/db/client'
import { people, peopleSections } from '#lib/people/tables'
import { readLine } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { stories, storyLog, storyProjections } from '#lib/story/tables'
import { startChild } from '#lib/testing/child'
import {
  cookieOf,
  documentOf,
  failWrites,
  headlineOf,
  holdAppends,
  isSaved,
  type Jar,
  openStory,
  startCollab,
  type,
  until,
} from '#lib/testing/collab'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { beginStory } from '#lib/testing/log'
import { newsroom, when } from '#lib/testing/newsroom'

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
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(async () => {
  await leave()
  await server.close()
  install(database.db)
  await database.drop()
})

async function leave() {
  for (const connection of opened.splice(0)) await connection.destroy()
}
async function open(person: Actor, jar?: Jar, origin = server.origin) {
  const connection = openStory(origin, 'flood', person, jar ?? { cookie: await cookieOf(person) })
  opened.push(connection)
  return connection
}
async function opens(person: Actor, jar?: Jar, origin = server.origin) {
  const connection = await open(person, jar, origin)
  await until(() => connection.state().room && ['saved', 'read-only'].includes(connection.state().save))
  return connection
}
const saveOf = (connection: Connection) => connection.state().save
const logged = async () => readLine(await loadLog(db, 'flood'), 'headline')
const rows = () => db.select({ by: storyLog.by }).from(storyLog).where(eq(storyLog.storyId, 'flood'))
const setPerson = (person: Actor, change: Partial<typeof people.$inferInsert>) =>
  db.write((tx) => tx.update(people).set(change).where(eq(people.id, person.id)))
const setStory = (change: Partial<typeof stories.$inferInsert>) =>
  db.write((tx) => tx.update(stories).set(change).where(eq(stories.id, 'flood')))
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000))

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

test('a reader sees the story and cannot write into it', async () => {
  await setPerson(desk.kit, { role: 'writer' })
  await db.write((tx) => tx.insert(peopleSections).values({ personId: 'kit', sectionId: 'river' }))
  const kit = await opens(desk.kit)
  const nadia = await opens(desk.nadia)
  expect(kit.state()).toMatchObject({ save: 'read-only', readOnly: true })
  type(kit, 'mine ')
  type(nadia, 'hers ')
  await until(isSaved(nadia))
  await until(() => headlineOf(kit).includes('hers'))
  expect(await logged()).toBe('hers River rises')
  expect(headlineOf(nadia)).toBe('hers River rises')
})

test('who may not read the story does not learn that it is there', async () => {
  const tom = await open(desk.tom)
  await until(() => saveOf(tom) === 'refused')
  expect(tom.state()).toMatchObject({ room: null, refusal: 'This story is no longer yours to open.' })
})

test('a block that is none is refused once; others write on, and whoever sent it can begin again', async () => {
  const nadia = await opens(desk.nadia)
  const petra = await opens(desk.petra)
  const { XmlElement } = await import('yjs')
  const body = (connection: Connection): Y.XmlFragment => documentOf(connection).getXmlFragment('body')
  body(nadia).push([new XmlElement('script')])
  await until(() => saveOf(nadia) === 'refused')
  type(nadia, 'lost ')
  type(petra, 'kept ')
  await until(isSaved(petra))
  await seconds(1)
  expect(saveOf(nadia)).toBe('refused')
  expect(await rows()).toHaveLength(2)
  expect(body(petra)).toHaveLength(6)
  expect(await logged()).toBe('kept River rises')

  const again = await open(desk.nadia)
  await until(() => saveOf(again) === 'refused')
  expect(headlineOf(again)).toContain('lost')

  await nadia.startAgain()
  await until(isSaved(nadia))
  expect(nadia.state().room?.key).toBe(1)
  expect(headlineOf(nadia)).toBe('kept River rises')
  type(nadia, 'again ')
  await until(isSaved(nadia))
  expect(await logged()).toBe('again kept River rises')
})

test('too much text is refused in words that say so, and once', async () => {
  for (const [person, size] of [
    [desk.nadia, 3],
    [desk.petra, 17],
  ] as const) {
    const connection = await opens(person)
    type(connection, 'x'.repeat(size * 1024 * 1024))
    await until(() => saveOf(connection) === 'refused', 10_000)
    expect(connection.state().refusal).toBe('This is too much text at once for the server.')
  }
  expect(await logged()).toBe('River rises')
})

test('who loses the right to edit can read on, within two seconds; regained, it is all sent', async () => {
  await setStory({ createdBy: 'petra' })
  await setPerson(desk.nadia, { role: 'editor', allSections: true })
  const nadia = await opens(desk.nadia)
  await setPerson(desk.nadia, { role: 'writer' })
  await until(() => nadia.state().readOnly, 2500)
  type(nadia, 'mine ')
  await seconds(0.5)
  expect(await logged()).toBe('River rises')
  await setPerson(desk.nadia, { role: 'editor' })
  await until(() => saveOf(nadia) === 'saved')
  expect(await logged()).toBe('mine River rises')
})

test('nobody writes into a story on the spike', async () => {
  const nadia = await opens(desk.nadia)
  await setStory({ spikedAt: when })
  await until(() => nadia.state().readOnly, 2500)
})

test('an ended session says so, keeps what was typed, and sends it after signing in again', async () => {
  const jar = { cookie: await cookieOf(desk.nadia) }
  const nadia = await opens(desk.nadia, jar)
  await db.write((tx) => tx.update(sessions).set({ endedAt: new Date() }))
  await until(() => nadia.state().signedOut, 2500)
  expect(saveOf(nadia)).toBe('signed-out')
  type(nadia, 'mine ')
  nadia.again()
  await until(() => nadia.state().signedOut)
  expect(await logged()).toBe('River rises')
  jar.cookie = await cookieOf(desk.nadia)
  nadia.again()
  await until(isSaved(nadia))
  expect(await logged()).toBe('mine River rises')
})

test('of a text that the server does not take, the place is told: this device, or where nothing is kept this window', async () => {
  const ends = () => db.write((tx) => tx.update(sessions).set({ endedAt: new Date() }))
  const nadia = await opens(desk.nadia)
  vi.stubGlobal('indexedDB', undefined)
  const petra = await opens(desk.petra)
  await ends()
  await until(() => nadia.state().signedOut && petra.state().signedOut, 2500)
  expect(petra.state().place).toBe('server')
  type(nadia, 'mine ')
  type(petra, 'mine ')
  expect([nadia.state().place, petra.state().place]).toEqual(['window', 'window'])
  await until(() => nadia.state().place === 'device')
  expect(petra.state().place).toBe('window')
})

test('what one person has on this device is not sent as another’s who signs in', async () => {
  const jar = { cookie: await cookieOf(desk.petra) }
  const nadia = await open(desk.nadia, jar)
  await until(() => nadia.state().signedOut)
  expect(nadia.state().room).toBeNull()
})

test('a person is shown under the name of the account, whatever the page says', async () => {
  const nadia = await opens(desk.nadia)
  const petra = await opens(desk.petra)
  const provider = nadia.state().room!.provider
  provider.setAwarenessField('user', { name: 'The Editor', id: 'petra' })
  provider.setAwarenessField('cursor', { anchor: 1 })
  const seen = () => petra.state().room!.provider.awareness!.getStates().get(documentOf(nadia).clientID)
  await until(() => seen()?.cursor)
  expect(seen()).toMatchObject({ user: { id: 'nadia', name: 'nadia' }, cursor: { anchor: 1 } })
  expect(petra.state().names).toEqual(['petra', 'nadia'])
  await nadia.destroy()
  await until(() => petra.state().names.length === 1)
})

test('a second after the last edit the lists and the slug say what the text says', async () => {
  const nadia = await opens(desk.nadia)
  type(nadia, 'Storm: ')
  await until(isSaved(nadia))
  await seconds(1)
  expect(await db.select({ headline: storyProjections.headline }).from(storyProjections)).toEqual([
    { headline: 'Storm: River rises' },
  ])
  expect(await db.select({ slug: stories.slug }).from(stories)).toEqual([{ slug: 'storm-river-rises' }])
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

const listed = async () =>
  (await db.select({ headline: storyProjections.headline }).from(storyProjections))[0]?.headline

test('lists that could not be written as the last person left are written once they can be', async () => {
  const nadia = await opens(desk.nadia)
  const mend = failWrites(database.db)
  type(nadia, 'Storm: ')
  await until(isSaved(nadia))
  await leave()
  await seconds(0.5)
  mend()
  expect(await listed()).toBe('River rises')
  await until(async () => (await listed()) === 'Storm: River rises')
  await until(async () => (await rows()).length === 1)
})

test('lists that an ended process left behind are written when the story is opened, by whoever only reads too', async () => {
  const nadia = await opens(desk.nadia)
  const mend = failWrites(database.db)
  type(nadia, 'Storm: ')
  await until(isSaved(nadia))
  await leave()
  await server.close()
  mend()
  server = await startCollab()
  await setStory({ spikedAt: when })
  await opens(desk.nadia)
  await until(async () => (await listed()) === 'Storm: River rises')
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

test('two processes on one database show each other’s words within a second', async () => {
  const child = await startChild('lib/testing/child-collab.ts', { CHILD_DATABASE: database.url })
  try {
    const here = await opens(desk.nadia)
    const there = await opens(desk.petra, undefined, await child.line())
    for (const [one, other, word] of [
      [here, there, 'one '],
      [there, here, 'two '],
      [here, there, 'three '],
    ] as const) {
      type(one, word)
      await until(() => headlineOf(other).startsWith(word), 1000)
    }
    await until(() => isSaved(here)() && isSaved(there)())
    expect(await logged()).toBe('three two one River rises')
  } finally {
    await leave()
    child.child.kill('SIGKILL')
    await child.ended
  }
})
