import { beforeEach, expect, test } from 'vitest'

import { beginThread } from '#lib/comment/commands'
import { db } from '#lib/db/client'
import { listPresent } from '#lib/presence/queries'
import { handBack, takeOver } from '#lib/story/commands/hold'
import { lastNudge } from '#lib/story/queries/nudges'
import { startChild } from '#lib/testing/child'
import { cookieOf, documentOf, headlineOf, isSaved, openStory, type, until } from '#lib/testing/collab'
import { floodInRooms, logged, saveOf, seconds, setPerson } from '#lib/testing/rooms'

const { database, desk, server, leave, open, opens } = floodInRooms()

const names = async () => (await listPresent(db, ['flood'], new Date())).map(({ name }) => name)

beforeEach(() => setPerson(desk.sal, { allSections: true }))

test('a story taken over is read-only to others at once; what they had not sent is kept, and sent when handed back', async () => {
  const nadia = await opens(desk.nadia)
  const sal = await opens(desk.sal)
  await takeOver(desk.sal, 'flood', 'the last lines')
  await until(() => nadia.state().readOnly)
  expect(nadia.state().nudges.hold).toBe(1)
  type(nadia, 'mine ')
  type(sal, 'his ')
  await until(isSaved(sal))
  await until(() => headlineOf(nadia).includes('his'))
  expect(await logged()).toBe('his River rises')
  await until(() => nadia.state().place === 'device')
  expect(nadia.state()).toMatchObject({ save: 'read-only', owes: true })
  await handBack(desk.sal, 'flood')
  await until(() => isSaved(nadia)())
  expect(await logged()).toContain('mine')
  await until(() => headlineOf(sal) === headlineOf(nadia))
})

test('what was changed while a page was on its way is told as soon as its story is open, and only that', async () => {
  const jar = { cookie: await cookieOf(desk.nadia) }
  const nadia = (nudged: number) => openStory(server.origin, 'flood', desk.nadia, jar, false, nudged)
  const before = await lastNudge()
  await takeOver(desk.sal, 'flood', '')
  const early = nadia(before)
  await until(() => early.state().nudges.hold === 1)
  const late = nadia(await lastNudge())
  await until(() => late.state().connected)
  await beginThread(desk.nadia, 'flood', null, { text: 'Who says so?', mentions: [] })
  await until(() => [early, late].every((one) => one.state().nudges.comments > 1))
  expect(early.state().nudges).toMatchObject({ hold: 1, publishing: 0 })
  expect(late.state().nudges).toMatchObject({ hold: 0, publishing: 0 })
  await Promise.all([early.destroy(), late.destroy()])
})

test('colleagues see each other at once when a story is taken over and handed back', async () => {
  const nadia = await opens(desk.nadia)
  const sal = await opens(desk.sal)
  const [nadias, sals] = [nadia, sal].map((one) => one.state().room!.provider)
  nadias!.setAwarenessField('user', { name: 'nadia', id: 'nadia' })
  sals!.setAwarenessField('user', { name: 'sal', id: 'sal' })
  const together = () => [nadia, sal].every((one) => one.state().names.length === 2)
  await until(together)
  await takeOver(desk.sal, 'flood', '')
  await until(() => nadia.state().readOnly)
  await until(together)
  await handBack(desk.sal, 'flood')
  await until(() => !nadia.state().readOnly)
  await until(together)
})

test('an edit sent after a take over is not taken even before its sender is told', async () => {
  const nadia = await opens(desk.nadia)
  await seconds(1.1)
  await takeOver(desk.sal, 'flood', '')
  type(nadia, 'mine ')
  await until(() => nadia.state().readOnly)
  expect(await logged()).toBe('River rises')
})

test('a text kept on the device through a closed page is told as unsent, and one that is all there is not', async () => {
  const nadia = await opens(desk.nadia)
  await takeOver(desk.sal, 'flood', '')
  await until(() => saveOf(nadia) === 'read-only')
  await until(() => !nadia.state().owes)
  type(nadia, 'mine ')
  await until(() => nadia.state().place === 'device')
  await nadia.destroy()
  const again = await open(desk.nadia)
  await until(() => saveOf(again) === 'read-only')
  await seconds(0.3)
  expect(again.state().owes).toBe(true)
  expect(headlineOf(again)).toBe('mine River rises')
  await handBack(desk.sal, 'flood')
  await until(isSaved(again))
  expect(await logged()).toBe('mine River rises')
})

test('the newsroom is told who is in a story and who has left', async () => {
  const nadia = await opens(desk.nadia)
  await opens(desk.petra)
  await until(async () => (await names()).join() === 'nadia,petra')
  await nadia.destroy()
  await until(async () => (await names()).join() === 'petra')
  await leave()
  await until(async () => (await names()).length === 0)
})

test('people of two processes see each other’s carets, hear of comments and of a take over', async () => {
  const child = await startChild('lib/testing/child-collab.ts', { CHILD_DATABASE: database.url })
  try {
    await setPerson(desk.petra, { role: 'editor', allSections: true })
    const here = await opens(desk.nadia)
    const there = await opens(desk.petra, undefined, await child.line())
    await until(async () => (await names()).join() === 'nadia,petra')
    const caretOf = (of: typeof here, seenBy: typeof here) =>
      seenBy.state().room!.provider.awareness!.getStates().get(documentOf(of).clientID)
    there.state().room!.provider.setAwarenessField('cursor', { anchor: 1 })
    await until(() => caretOf(there, here)?.cursor)
    expect(caretOf(there, here)).toMatchObject({ user: { id: 'petra', name: 'petra' }, cursor: { anchor: 1 } })
    here.state().room!.provider.setAwarenessField('cursor', { anchor: 2 })
    await until(() => caretOf(here, there))
    expect(here.state().names).toEqual(['nadia', 'petra'])

    const before = there.state().nudges.comments
    await beginThread(desk.nadia, 'flood', null, { text: 'Who says so?', mentions: [] })
    await until(() => there.state().nudges.comments > before)
    await takeOver(desk.sal, 'flood', '')
    await until(() => there.state().readOnly)
    await there.destroy()
    await until(() => here.state().names.length === 1)
  } finally {
    await leave()
    child.child.kill('SIGKILL')
    await child.ended
  }
}, 60_000)
