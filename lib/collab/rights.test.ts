import { expect, test, vi } from 'vitest'

import { sessions } from '#lib/auth/tables'
import { db } from '#lib/db/client'
import { peopleSections } from '#lib/people/tables'
import { cookieOf, headlineOf, isSaved, type, until } from '#lib/testing/collab'
import { when } from '#lib/testing/newsroom'
import { floodInRooms, logged, saveOf, seconds, setPerson, setStory } from '#lib/testing/rooms'

const { desk, open, opens } = floodInRooms()

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
