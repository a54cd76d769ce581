import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import { db } from '#lib/db/client'
import { listRecovered } from '#lib/device/recovered'
import { peopleSections } from '#lib/people/tables'
import { forkName } from '#lib/story/text-name'
import { decidedSuggestions, suggestions } from '#lib/suggestion/tables'
import { startChild } from '#lib/testing/child'
import { documentOf, headlineOf, isSaved, type, until } from '#lib/testing/collab'
import { edited, typeBody } from '#lib/testing/log'
import { floodInRooms, logged, saveOf, seconds, setPerson, setStory } from '#lib/testing/rooms'
import { blockIn, cardsFor, decideAll, indexIn, textOf } from '#lib/testing/suggestions'

const { database, desk, open, opens, opensFork, leave } = floodInRooms()

/** Kit may read and suggest in river, and edits nothing there; Sal edits. */
beforeEach(async () => {
  await setPerson(desk.kit, { role: 'writer' })
  for (const personId of ['kit', 'sal'])
    await db.write((tx) => tx.insert(peopleSections).values({ personId, sectionId: 'river' }))
})
const fork = () => textOf(forkName('flood', 'kit'))
const said = (text: unknown) => JSON.stringify(text)

test('who may not edit suggests: the story stays what it was, and an editor who has it open is told', async () => {
  const sal = await opens(desk.sal)
  const kit = await opensFork(desk.kit)
  const before = sal.state().nudges.suggestions
  type(kit, 'Weir: ')
  await until(isSaved(kit))
  expect([await logged(), headlineOf(sal)]).toEqual(['River rises', 'River rises'])
  expect((await fork()).headline).toBe('Weir: River rises')
  await until(() => sal.state().nudges.suggestions > before, 2000)
  const watching = await opensFork(desk.kit, desk.sal)
  expect(headlineOf(watching)).toBe('Weir: River rises')
  type(kit, 'New ')
  await until(() => headlineOf(watching) === 'New Weir: River rises')
})

test('what is taken for the story goes into its forks, one way: here, from another process, and at the next opening', async () => {
  const nadia = await opens(desk.nadia)
  const kit = await opensFork(desk.kit)
  type(kit, 'Weir: ')
  await until(isSaved(kit))
  edited(documentOf(nadia), typeBody('Here '))
  await until(() => said(documentOf(kit).getXmlFragment('body')).includes('Here '))
  const other = await startChild('lib/testing/child-collab.ts', { CHILD_DATABASE: database.url })
  const petra = await opens(desk.petra, undefined, await other.line())
  edited(documentOf(petra), typeBody('There '))
  await until(() => said(documentOf(kit).getXmlFragment('body')).includes('There Here '))
  await leave()
  other.child.kill()
  await other.ended
  const again = await opens(desk.nadia)
  edited(documentOf(again), typeBody('Then '))
  await until(isSaved(again))
  expect(said((await fork()).body)).toContain('Then There Here ')
  expect((await fork()).headline).toBe('Weir: River rises')
  expect(await logged()).toBe('River rises')
})

test('a decision reaches everybody who has story or fork open, in another process too; the suggester types on', async () => {
  const other = await startChild('lib/testing/child-collab.ts', { CHILD_DATABASE: database.url })
  const origin = await other.line()
  const kit = await opensFork(desk.kit, desk.kit, origin)
  const nadia = await opens(desk.nadia)
  const watching = await opensFork(desk.kit, desk.sal)
  edited(documentOf(kit), typeBody('At last '))
  type(kit, 'Weir: ')
  await until(isSaved(kit))
  await until(() => headlineOf(watching).startsWith('Weir'))
  await decideAll(desk.sal, 'flood', 'accept', desk.kit)
  type(kit, 'Now ')
  await until(isSaved(kit))
  await until(() => headlineOf(nadia) === 'Weir: River rises')
  // What was typed before the decision had come may stand on either side of what was decided; once, and for all alike.
  const both = ['Now Weir: River rises', 'Weir: Now River rises']
  await until(() => both.includes(headlineOf(kit)) && headlineOf(watching) === headlineOf(kit))
  expect((await fork()).headline).toBe(headlineOf(kit))
  expect(said((await textOf('flood')).body).match(/At last/g)).toHaveLength(1)
  await decideAll(desk.sal, 'flood', 'reject', desk.kit)
  await until(() => headlineOf(kit) === 'Weir: River rises' && headlineOf(watching) === 'Weir: River rises')
  expect(await fork()).toEqual(await textOf('flood'))
  expect(await cardsFor('flood', desk.kit)).toEqual([])
  await kit.destroy()
  other.child.kill()
  await other.ended
})

test('of a suggestion whose paragraph goes the author is told, also when he is not there', async () => {
  const kit = await opensFork(desk.kit)
  edited(documentOf(kit), typeBody('At last '))
  await until(isSaved(kit))
  await until(async () => ((await db.select().from(suggestions))[0]?.open as unknown[])?.length === 1)
  await kit.destroy()
  const nadia = await opens(desk.nadia)
  edited(documentOf(nadia), (ydoc) => ydoc.getXmlFragment('body').delete(indexIn(ydoc, 'p'), 1))
  await until(isSaved(nadia))
  await until(async () => (await db.$count(decidedSuggestions)) === 1)
})

test('a fork is guarded as its story is', async () => {
  const kit = await opensFork(desk.kit)
  edited(documentOf(kit), (ydoc) => blockIn(ydoc, 'p').setAttribute('onclick', 'steal()'))
  await until(() => saveOf(kit) === 'refused')
  expect(await fork()).toEqual(await textOf('flood'))
  // What was refused is found again beside the story, which is where its author looks.
  await kit.startAgain()
  expect(await listRecovered('kit', 'flood')).toMatchObject([{ story: 'flood', why: 'refused' }])
})

test('a client that speaks Yjs by itself writes neither into the story nor into another’s suggestions', async () => {
  const story = await opens(desk.kit)
  const own = await opensFork(desk.sal)
  type(own, 'Weir: ')
  await until(isSaved(own))
  const sals = await open(desk.kit, undefined, undefined, forkName('flood', 'sal'))
  await until(() => saveOf(sals) === 'refused')
  expect(sals.state().room).toBeNull()
  const nadias = await opens(desk.nadia, undefined, undefined, forkName('flood', 'sal'))
  for (const connection of [story, nadias]) {
    expect(connection.state().readOnly).toBe(true)
    type(connection, 'Mine ')
  }
  await seconds(0.5)
  expect(await logged()).toBe('River rises')
  expect((await textOf(forkName('flood', 'sal'))).headline).toBe('Weir: River rises')
})

test('role by role: who may read suggests, editors look on, strangers see nothing, nobody suggests on the spike', async () => {
  for (const person of [desk.kit, desk.nadia, desk.sal, desk.petra]) {
    const connection = await opensFork(person)
    expect(connection.state().readOnly).toBe(false)
  }
  const kits = forkName('flood', 'kit')
  for (const person of [desk.nadia, desk.sal, desk.petra])
    expect((await opens(person, undefined, undefined, kits)).state().readOnly).toBe(true)
  for (const text of [kits, forkName('flood', 'tom')]) {
    const tom = await open(desk.tom, undefined, undefined, text)
    await until(() => saveOf(tom) === 'refused')
    expect(tom.state().room).toBeNull()
  }
  const kit = await opensFork(desk.kit)
  await setStory({ spikedAt: new Date() })
  await until(() => kit.state().readOnly, 2500)
})

test('an editor who suggests only reads the story meanwhile', async () => {
  const reading = await opens(desk.sal, undefined, undefined, 'flood', true)
  const kit = await opensFork(desk.sal)
  expect(reading.state().readOnly).toBe(true)
  type(reading, 'Mine ')
  type(kit, 'Weir: ')
  await until(isSaved(kit))
  await seconds(1.2)
  expect(reading.state().readOnly).toBe(true)
  expect(await logged()).toBe('River rises')
})

test('what is typed into a fork offline is there later, and nothing of the story is sent as the fork’s', async () => {
  const kit = await opensFork(desk.kit)
  const nadia = await opens(desk.nadia)
  const ydoc = documentOf(kit)
  kit.state().room?.provider.configuration.websocketProvider.disconnect()
  edited(ydoc, typeBody('Offline '))
  type(nadia, 'Now ')
  await until(isSaved(nadia))
  kit.again()
  await until(() => headlineOf(kit) === 'Now River rises')
  await until(isSaved(kit))
  await until(async () => said(await fork()).includes('Offline '))
  expect(said(await textOf('flood'))).not.toContain('Offline')
  expect(Y.encodeStateVector(documentOf(kit)).length).toBeGreaterThan(0)
})
