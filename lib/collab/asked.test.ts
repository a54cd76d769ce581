import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { comeBack, cookieOf, goOffline, headlineOf, holdAppends, isSaved, type, until } from '#lib/testing/collab'
import { handMade } from '#lib/testing/hand-made'
import { edited, typeHeadline } from '#lib/testing/log'
import { floodInRooms, logged, saveOf } from '#lib/testing/rooms'

import { opening } from './protocol'

const { database, desk, server, opens } = floodInRooms()

test('what is asked while a connection ends vouches for nothing on the next one', async () => {
  const nadia = await opens(desk.nadia)
  const release = holdAppends(database.db)
  type(nadia, 'kept ')
  await until(() => saveOf(nadia) === 'saving')
  let ended = false
  nadia.state().room!.provider.on('close', () => (ended = true))
  // The socket is closing, and has not told of it yet.
  goOffline(nadia)
  const published = nadia.snapshot()
  comeBack(nadia)
  await until(() => ended && nadia.state().connected)
  // It would have been answered by now, had the mark gone out with what was left of the old connection.
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(saveOf(nadia)).toBe('saving')
  expect(await logged()).toBe('River rises')
  release()
  await published
  expect(await logged()).toBe('kept River rises')
})

test('whoever types while the connection comes back is let in at the first try', async () => {
  const nadia = await opens(desk.nadia)
  const provider = nadia.state().room!.provider
  let ended = 0
  provider.on('close', () => (ended += 1))
  const typing = setInterval(() => type(nadia, 'x'), 2)
  try {
    for (let i = 1; i <= 5; i += 1) {
      goOffline(nadia)
      await until(() => ended === i)
      comeBack(nadia)
      await until(() => nadia.state().connected && saveOf(nadia) !== 'device')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    clearInterval(typing)
  }
  await until(isSaved(nadia))
  expect(ended).toBe(5)
  expect(await logged()).toBe(headlineOf(nadia))
})

test('a mark is answered only once the connection has told what the server lacked', async () => {
  const hand = await handMade(server.origin, 'flood', { cookie: await cookieOf(desk.nadia) }, opening(desk.nadia.id))
  await hand.open()
  const marked = (n: number) => hand.heard.stateless.includes(JSON.stringify({ t: 'marked', n }))
  const lacking = edited(hand.ydoc, typeHeadline('Why '))
  hand.stateless('{"t":"mark","n":1}')
  hand.answer(lacking)
  hand.stateless('{"t":"mark","n":2}')
  await until(() => marked(2))
  expect(marked(1)).toBe(false)
  expect(await logged()).toBe('Why River rises')
  hand.answer(Y.encodeStateAsUpdate(hand.ydoc))
  hand.stateless('{"t":"mark","n":3}')
  await until(() => marked(3))
  await hand.leave()
})
