import { expect, test } from 'vitest'
import type * as Y from 'yjs'

import { startChild } from '#lib/testing/child'
import { documentOf, headlineOf, isSaved, type, until } from '#lib/testing/collab'
import { everyBlock } from '#lib/testing/document'
import { floodInRooms, logged, rows, saveOf, seconds } from '#lib/testing/rooms'

import type { Connection } from './connection'

const { database, desk, leave, open, opens } = floodInRooms()

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
  expect(body(petra)).toHaveLength(everyBlock.length)
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

test('a screen is not told of a colleague’s caret, nor twice of one thing', async () => {
  const nadia = await opens(desk.nadia)
  const petra = await opens(desk.petra)
  const provider = nadia.state().room!.provider
  provider.setAwarenessField('user', { name: 'nadia', id: 'nadia' })
  await until(() => petra.state().names.length === 2)
  await until(() => isSaved(nadia)() && isSaved(petra)())
  let told = 0
  petra.subscribe(() => (told += 1))
  const caret = () => petra.state().room!.provider.awareness!.getStates().get(documentOf(nadia).clientID)?.cursor
  for (const anchor of [1, 2, 3]) {
    provider.setAwarenessField('cursor', { anchor })
    await until(() => (caret() as { anchor: number } | null)?.anchor === anchor)
  }
  type(nadia, 'one ')
  await until(() => headlineOf(petra).startsWith('one'))
  expect(told).toBe(0)
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
