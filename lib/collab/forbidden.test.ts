import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { sessions } from '#lib/auth/tables'
import { db } from '#lib/db/client'
import { findDocumentFault } from '#lib/story/document/check'
import { schemaVersion } from '#lib/story/document/nodes'
import { toDocument } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { storyLog } from '#lib/story/log/tables'
import { cookieOf, documentOf, isSaved, type, until } from '#lib/testing/collab'
import { everyBlock } from '#lib/testing/document'
import { forbidden } from '#lib/testing/forbidden/list'
import { bodyOf, put, words } from '#lib/testing/forbidden/make'
import { missing } from '#lib/testing/forbidden/shapes'
import { type HandMade, handMade } from '#lib/testing/hand-made'
import { beginStory, edited, typeBody } from '#lib/testing/log'
import { floodInRooms, seconds, setPerson } from '#lib/testing/rooms'

import { opening } from './protocol'

const { desk, server, opens } = floodInRooms()
// The one who means harm may edit the story.
beforeEach(() => setPerson(desk.sal, { allSections: true }))

/** Opens the story by hand. */
async function enters(person: Actor, { token = opening(person.id), cookie = '', story = 'flood' } = {}) {
  const jar = { cookie: cookie || (await cookieOf(person)) }
  const hostile = await handMade(server.origin, story, jar, token)
  await hostile.open()
  return hostile
}
const stored = async () => toDocument(await loadLog(db, 'flood'))
const rowsBy = async (person: Actor) =>
  (await db.select({ by: storyLog.by }).from(storyLog).where(eq(storyLog.storyId, 'flood'))).filter(
    ({ by }) => by === person.id,
  ).length

test('of all that is forbidden nothing is taken, while five people write on, none of whom is refused', async () => {
  const cookie = await cookieOf(desk.sal)
  const writers = await Promise.all(
    [desk.nadia, desk.petra, desk.nadia, desk.petra, desk.nadia].map((person) => opens(person)),
  )
  let typed = 0
  const typing = setInterval(() => {
    const writer = writers[typed % writers.length]
    if (writer) documentOf(writer).transact(() => typeBody(`w${typed}. `)(documentOf(writer)))
    typed += 1
  }, 50)
  const passed: string[] = []
  try {
    const rest = forbidden.values()
    const tryRest = async () => {
      for (const { name, update } of rest) {
        const hostile = await enters(desk.sal, { cookie })
        hostile.update(update(hostile.ydoc))
        await until(() => hostile.refused() || hostile.heard.closed, 20_000).catch(() => passed.push(name))
        await hostile.leave()
      }
    }
    await Promise.all([tryRest(), tryRest(), tryRest()])
  } finally {
    clearInterval(typing)
  }
  expect(passed).toEqual([])
  await until(() => writers.every((writer) => isSaved(writer)()), 20_000)
  expect(writers.map((writer) => writer.state().refusal)).toEqual(writers.map(() => undefined))
  expect(await rowsBy(desk.sal)).toBe(0)
  const document = await stored()
  expect(findDocumentFault(document)).toBeUndefined()
  expect(document.body.content.map(({ attrs }) => attrs.id)).toEqual(everyBlock.map(({ attrs }) => attrs.id))
  const text = JSON.stringify(document)
  for (let i = 0; i < typed; i += 1) expect(text.split(`w${i}. `), `w${i}`).toHaveLength(2)
  const same = JSON.stringify(document)
  await until(() => writers.every((writer) => JSON.stringify(toDocument(documentOf(writer))) === same), 20_000)
  expect(typed).toBeGreaterThan(10)
}, 120_000)

test('what builds on an edit that nobody has is not taken, as an edit nor as an answer', async () => {
  for (const way of ['update', 'answer'] as const) {
    const hostile = await enters(desk.sal)
    hostile[way](missing.update(hostile.ydoc))
    await until(() => hostile.refused() || hostile.heard.closed)
    await hostile.leave()
  }
  expect(await rowsBy(desk.sal)).toBe(0)
})

test('a block with the id of another gets one of its own, with everybody; the first keeps its own', async () => {
  const nadia = await opens(desk.nadia)
  const hostile = await enters(desk.sal)
  hostile.update(edited(hostile.ydoc, (ydoc) => bodyOf(ydoc).insert(0, [words('double', 'p')])))
  const ids = () => toDocument(documentOf(nadia)).body.content.map(({ attrs }) => attrs.id)
  await until(() => ids().length > everyBlock.length && new Set(ids()).size === ids().length)
  expect(ids()[0]).not.toBe('p')
  expect(ids()[2]).toBe('p')
  await until(async () => findDocumentFault(await stored()) === undefined)
  expect((await stored()).body.content[2]).toEqual(everyBlock[1])
  type(nadia, 'on ')
  await until(isSaved(nadia))
  await hostile.leave()
})

test('characters that no feed could carry are in nothing that is made of the text', async () => {
  const hostile = await enters(desk.sal)
  hostile.update(
    edited(
      hostile.ydoc,
      put(() => words('a\u0000\u0007\u001b[31mb\ufffec', 'odd')),
    ),
  )
  await until(async () => (await stored()).body.content.length > everyBlock.length)
  expect((await stored()).body.content.at(-1)).toMatchObject({ content: [{ text: 'a[31mbc' }] })
  await hostile.leave()
})

const edit = (hostile: HandMade) => edited(hostile.ydoc, typeBody('mine '))

test('who may only read, whose session ends, or who has been refused, writes nothing', async () => {
  const reader = await enters(desk.sal, { token: opening('sal', true) })
  expect(reader.heard.scope).toBe('readonly')
  reader.update(edit(reader))
  reader.answer(edit(reader))

  const refused = await enters(desk.sal)
  refused.update(
    edited(
      refused.ydoc,
      put(() => new Y.XmlText('loose')),
    ),
  )
  await until(refused.refused)
  refused.update(edited(new Y.Doc(), (ydoc) => ydoc.getXmlFragment('headline').push([new Y.XmlElement('paragraph')])))
  refused.stateless('{"t":"mark","n":1}')

  const ended = await enters(desk.sal)
  await db.write((tx) => tx.update(sessions).set({ endedAt: new Date() }).where(eq(sessions.personId, 'sal')))
  await seconds(1.2)
  if (!ended.heard.closed) ended.update(edit(ended))
  await until(() => ended.heard.closed)
  expect(await rowsBy(desk.sal)).toBe(0)
  expect(refused.heard.stateless.filter((payload) => payload.includes('marked'))).toEqual([])
  for (const one of [reader, refused]) await one.leave()
})

test('a text is opened by who is signed in, for oneself, by a page of this version, and where one may read', async () => {
  const none = await handMade(server.origin, 'flood', { cookie: '' }, opening('sal'))
  await none.open()
  expect(none.heard).toMatchObject({ scope: 'signed-out', synced: false })
  const tries: [string, Awaited<ReturnType<typeof enters>>][] = [
    ['signed-out', await enters(desk.sal, { token: opening('petra') })],
    ['schema', await enters(desk.sal, { token: `${schemaVersion - 1} sal` })],
    ['schema', await enters(desk.sal, { token: `${schemaVersion + 1} sal` })],
    ['signed-out', await enters(desk.sal, { token: 'sal' })],
    ['not-found', await enters(desk.tom)],
    ['not-found', await enters(desk.sal, { story: 'nowhere' })],
    // The same text by another name: what is written there, colleagues in the story would not see.
    ['not-found', await enters(desk.sal, { story: 'flood~s:' })],
    // Each would be a whole text more to hold, as many as one can think of names.
    ['not-found', await enters(desk.sal, { story: 'flood~s:nobody' })],
    // As a name of every object it is no story's, and ends the socket.
    ['', await enters(desk.sal, { story: '__proto__' })],
  ]
  for (const [scope, one] of tries) {
    expect(one.heard).toMatchObject({ scope, synced: false })
    one.update(edited(new Y.Doc(), (ydoc) => ydoc.getXmlFragment('body').push([words('mine')])))
    await one.leave()
  }
  await none.leave()
  expect(await stored()).toMatchObject({ headline: 'River rises' })
  expect(await rowsBy(desk.sal)).toBe(0)
})

test('by the socket of one story nothing is written into another that was not opened there', async () => {
  await beginStory('ebb')
  const hostile = await enters(desk.sal)
  hostile.raw(['ebb', hostile.about.sync, hostile.sync.update, edit(hostile)])
  hostile.raw(['flood\u0000other', hostile.about.sync, 9, edit(hostile)])
  await seconds(0.3)
  const others = await db.select({ by: storyLog.by }).from(storyLog).where(eq(storyLog.storyId, 'ebb'))
  expect(others.map(({ by }) => by)).toEqual(['nadia'])
  await hostile.leave()
})

test('nobody speaks to others in the server’s name, nor shows up under another’s', async () => {
  const nadia = await opens(desk.nadia)
  const said: string[] = []
  nadia.state().room?.provider.on('stateless', ({ payload }: { payload: string }) => said.push(payload))
  const forged = ['{"t":"refused","reason":"Go."}', '{"t":"marked","n":99}', '{"t":"mark","n":-1}', 'null', '{', '']
  const hostile = await enters(desk.sal)
  for (const payload of forged) hostile.stateless(payload)
  for (const payload of forged) hostile.broadcast(payload)
  await until(() => hostile.heard.closed)

  const crowd = await enters(desk.sal)
  const states = Array.from({ length: 20 }, () => new Awareness(new Y.Doc()))
  const mine = new Awareness(new Y.Doc())
  for (const { clientID } of states) {
    mine.states.set(clientID, { user: { id: 'petra', name: 'petra' }, cursor: null })
    mine.meta.set(clientID, { clock: 1, lastUpdated: Date.now() })
  }
  const own = documentOf(nadia).clientID
  mine.states.set(own, { user: { id: 'petra', name: 'petra' }, cursor: { anchor: 'x' } })
  mine.meta.set(own, { clock: 1000, lastUpdated: Date.now() })
  crowd.awareness(encodeAwarenessUpdate(mine, [...mine.states.keys()]))
  const seen = () => [...(nadia.state().room?.provider.awareness?.getStates() ?? [])]
  await until(() => seen().length > 1)
  await seconds(0.2)
  expect(seen().filter(([client]) => client !== own)).toMatchObject([[expect.any(Number), { user: { id: 'sal' } }]])
  expect(seen().find(([client]) => client === own)?.[1]).toEqual({})
  expect(said.filter((payload) => !payload.includes('"nudge"'))).toEqual([])
  expect(nadia.state().refusal).toBeUndefined()
  mine.destroy()
  for (const one of states) one.destroy()
  await crowd.leave()
})

test('nobody writes under the number of another’s browser, whose own words would be taken for what is there already', async () => {
  const nadia = await opens(desk.nadia)
  nadia.state().room?.provider.setAwarenessField('cursor', { anchor: null })
  for (const way of ['update', 'answer'] as const) {
    const hostile = await enters(desk.sal)
    hostile.ydoc.clientID = documentOf(nadia).clientID
    hostile[way](edited(hostile.ydoc, typeBody('x'.repeat(50))))
    type(nadia, 'Her words ')
    await until(() => hostile.refused() || hostile.heard.closed)
    await hostile.leave()
  }
  await until(isSaved(nadia))
  expect(await rowsBy(desk.sal)).toBe(0)
  expect((await stored()).headline).toBe('Her words Her words River rises')
  // What she has written, whoever has read it may bring along.
  const reader = await enters(desk.sal)
  reader.answer(Y.encodeStateAsUpdate(reader.ydoc))
  reader.update(edited(reader.ydoc, typeBody('His ')))
  await until(async () => (await rowsBy(desk.sal)) === 1)
  await reader.leave()
})
