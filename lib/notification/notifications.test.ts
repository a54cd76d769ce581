import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import { beginThread } from '#lib/comment/commands'
import { db } from '#lib/db/client'
import { setPresent } from '#lib/presence/commands'
import { assignStory } from '#lib/story/commands/assign'
import { takeOver } from '#lib/story/commands/hold'
import { handIn, sendBack } from '#lib/story/commands/move'
import { stories } from '#lib/story/tables'
import { deskForEach } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory } from '#lib/testing/stories'

import { forgetRead, markAllRead, markRead } from './commands'
import { countUnread, listNotifications } from './queries'
import { notifications } from './tables'

const desk = deskForEach()
let story: string
beforeEach(async () => {
  story = await aStory(desk.nadia, 'Gates close')
})

const listed = async (actor: Actor) => (await listNotifications(actor, { size: 10 })).rows
const later = (days: number) => new Date(when.getTime() + days * 86_400_000)

test('who a story is assigned to is told, once, and not by themselves', async () => {
  await assignStory(desk.sal, story, 'kit', when)
  await assignStory(desk.sal, story, 'kit', when)
  await assignStory(desk.sal, story, 'sal', when)
  expect(await listed(desk.kit)).toMatchObject([])
  await assignStory(desk.sal, story, 'kit', when)
  expect((await listed(desk.kit)).map(({ kind }) => kind)).toEqual(['assigned', 'assigned'])
  expect(await listed(desk.sal)).toEqual([])
})

test('its writers are told of a story sent back, with the note', async () => {
  await handIn(desk.nadia, story)
  await sendBack(desk.sal, story, 'Who says so?', when)
  expect(await listed(desk.nadia)).toMatchObject([
    { kind: 'sent-back', by: 'sal', note: 'Who says so?', about: 'Gates close', readAt: null },
  ])
  expect(await countUnread(desk.sal)).toBe(0)
})

test('those in a story are told that it was taken over, and why', async () => {
  await setPresent('here', [
    { room: story, personId: 'nadia', carets: [] },
    { room: story, personId: 'sal', carets: [] },
  ])
  await takeOver(desk.sal, story, 'checking the last lines')
  expect(await listed(desk.nadia)).toMatchObject([{ kind: 'taken-over', note: 'checking the last lines' }])
  expect(await listed(desk.sal)).toEqual([])
})

test('nobody is told of what they may no longer read, nor counts it', async () => {
  await assignStory(desk.sal, story, 'kit', when)
  expect(await countUnread(desk.kit)).toBe(1)
  await db.write((tx) => tx.update(stories).set({ assignedTo: null }).where(eq(stories.id, story)))
  expect([await countUnread(desk.kit), await listed(desk.kit)]).toEqual([0, []])
})

test('opening a story marks what is about it as read, opening a thread what is said there, and all is all', async () => {
  const said = { text: '@nadia', mentions: ['nadia'] }
  await handIn(desk.nadia, story)
  await sendBack(desk.sal, story, 'Who?', when)
  const { thread } = await beginThread(desk.sal, story, null, said)
  await beginThread(desk.sal, story, null, said)
  expect(await countUnread(desk.nadia)).toBe(3)
  await markRead(desk.sal, { story })
  await markRead(desk.nadia, { story })
  expect(await countUnread(desk.nadia)).toBe(2)
  await markRead(desk.nadia, { story, thread })
  expect(await countUnread(desk.nadia)).toBe(1)
  await markAllRead(desk.nadia)
  expect(await countUnread(desk.nadia)).toBe(0)
})

test('a page ends where the next begins', async () => {
  const said = { text: '@nadia', mentions: ['nadia'] }
  for (let i = 0; i < 3; i += 1) await beginThread(desk.sal, story, null, said, when)
  const first = await listNotifications(desk.nadia, { size: 2 })
  const second = await listNotifications(desk.nadia, { size: 2, after: first.next })
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(3)
  expect(second.next).toBeUndefined()
})

test('what was read long ago is forgotten, what was not stays', async () => {
  const said = { text: '@nadia', mentions: ['nadia'] }
  await beginThread(desk.sal, story, null, said, when)
  await markAllRead(desk.nadia, when)
  await beginThread(desk.sal, story, null, said, when)
  await db.write((tx) => forgetRead(tx, later(89)))
  expect(await db.$count(notifications)).toBe(2)
  await db.write((tx) => forgetRead(tx, later(91)))
  expect(await db.$count(notifications)).toBe(1)
})
