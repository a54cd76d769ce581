import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import { db } from '#lib/db/client'
import { liveStories } from '#lib/site/tables'
import { publishStory } from '#lib/story/commands/publish'
import { loadLog } from '#lib/story/log/read'
import { appendUpdate } from '#lib/story/log/write'
import { forkName } from '#lib/story/text-name'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { everyDocument } from '#lib/testing/document'
import { typeBody, typeHeadline } from '#lib/testing/log'
import { aStory, publishNow, seenNow } from '#lib/testing/stories'
import {
  beginSuggesting,
  blockIn,
  cardsFor,
  decideAll,
  followed,
  indexIn,
  lineIn,
  seenOf,
  suggest,
  textOf,
  typeIn,
} from '#lib/testing/suggestions'

import { decideSuggestions } from './commands/decide'
import { reopenSuggestions } from './commands/reopen'
import { noteTold } from './commands/told'
import { listSuggestions } from './queries'
import { decidedSuggestions } from './tables'

let database: TestDatabase
let { desk, sal, kit, tom } = {} as Awaited<ReturnType<typeof beginSuggesting>>
async function begin() {
  database = await testDatabase()
  ;({ desk, sal, kit, tom } = await beginSuggesting())
}
beforeEach(begin)
afterEach(() => database.drop())

async function beginAgain() {
  await database.drop()
  await begin()
}

const story = () => textOf('flood')
const fork = (person = kit) => textOf(forkName('flood', person.id))
const body = (ydoc: Y.Doc) => ydoc.getXmlFragment('body')

test('a suggestion that has changed since it was read is not decided', async () => {
  await suggest('flood', kit, typeBody('At last '))
  const seen = seenOf(kit, await cardsFor('flood', kit))
  await suggest('flood', kit, typeBody('Only '))
  await expect(decideSuggestions(sal, 'flood', 'accept', seen)).rejects.toMatchObject({ reason: 'conflict' })
  expect(await story()).toEqual(everyDocument)
})

test('one of several is decided; the others stay open', async () => {
  await suggest('flood', kit, typeBody('At last '))
  await suggest('flood', kit, typeHeadline('Weir: '))
  await suggest('flood', kit, (ydoc) => blockIn(ydoc, 'q').setAttribute('speaker', 'Bo'))
  const [headline, , speaker] = await cardsFor('flood', kit)
  await decideSuggestions(sal, 'flood', 'accept', seenOf(kit, [headline!]))
  await decideSuggestions(sal, 'flood', 'reject', seenOf(kit, [speaker!]))
  expect((await story()).headline).toBe('Weir: River rises')
  expect((await cardsFor('flood', kit)).map(({ id }) => id)).toEqual(['body p'])
})

test('all of two people’s, in one paragraph too, stand in the story once each', async () => {
  await suggest('flood', kit, (ydoc) => lineIn(ydoc, 'p').insert(0, 'At last '))
  await suggest('flood', tom, (ydoc) => lineIn(ydoc, 'p').insert(16, ', they say'))
  const seen = [...seenOf(kit, await cardsFor('flood', kit)), ...seenOf(tom, await cardsFor('flood', tom))]
  await decideSuggestions(sal, 'flood', 'accept', seen)
  const text = JSON.stringify(await story())
  expect(text.match(/At last/g)).toHaveLength(1)
  expect(text.match(/they say/g)).toHaveLength(1)
  for (const person of [kit, tom]) {
    expect(await fork(person)).toEqual(await story())
  }
})

test('what the suggester goes on writing while it is decided is doubled nowhere and lost nowhere', async () => {
  for (const verdict of ['accept', 'reject'] as const) {
    await suggest('flood', kit, (ydoc) => lineIn(ydoc, 'p').insert(0, 'At last '))
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(await loadLog(db, forkName('flood', 'kit'))))
    const sent = Y.encodeStateVector(offline)
    lineIn(offline, 'p').insert(8, 'and ')
    lineIn(offline, 'h').insert(0, 'Up: ')
    await decideAll(sal, 'flood', verdict, kit)
    const update = Y.encodeStateAsUpdate(offline, sent)
    await appendUpdate({ storyId: 'flood', fork: 'kit', update, by: 'kit', at: new Date() })
    await followed('flood')
    const paragraph = JSON.stringify((await fork()).body.content[1])
    expect(paragraph).toContain(verdict === 'accept' ? 'At last and It ' : 'and It ')
    expect(paragraph.match(/At last/g) ?? []).toHaveLength(verdict === 'accept' ? 1 : 0)
    expect((await cardsFor('flood', kit)).map(({ id }) => id)).toEqual(['body h', 'body p'])
    await beginAgain()
  }
})

test('of a suggestion whose paragraph an editor deletes, its author is told, with its words', async () => {
  await suggest('flood', kit, (ydoc) => lineIn(ydoc, 'p').insert(0, 'At last '))
  await followed('flood')
  await typeIn('flood', sal, (ydoc) => body(ydoc).delete(indexIn(ydoc, 'p'), 1))
  await followed('flood')
  await followed('flood')
  const rows = await db.select().from(decidedSuggestions)
  expect(rows).toMatchObject([{ personId: 'kit', outcome: 'lost', decidedBy: null }])
  expect(JSON.stringify(rows[0]?.card)).toContain('At last It ')
  expect(await cardsFor('flood', kit)).toEqual([])
})

test('a suggestion that an editor makes himself has come true, and nothing is told', async () => {
  await suggest('flood', kit, (ydoc) => blockIn(ydoc, 'h').setAttribute('level', 2 as never))
  await followed('flood')
  await typeIn('flood', sal, (ydoc) => blockIn(ydoc, 'h').setAttribute('level', 2 as never))
  await followed('flood')
  expect(await db.select().from(decidedSuggestions)).toEqual([])
})

test('an undo does not write over what came after', async () => {
  await suggest('flood', kit, typeBody('At last '))
  const { decided } = await decideAll(sal, 'flood', 'accept', kit)
  await typeIn('flood', sal, typeBody('Now '))
  await expect(reopenSuggestions(sal, 'flood', decided)).rejects.toMatchObject({ reason: 'conflict' })
})

test('role by role: who reads decides nothing, an author takes back only his own', async () => {
  await suggest('flood', kit, typeBody('At last '))
  const seen = seenOf(kit, await cardsFor('flood', kit))
  for (const verdict of ['accept', 'reject'] as const)
    await expect(decideSuggestions(kit, 'flood', verdict, seen)).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(decideSuggestions(tom, 'flood', 'take-back', seen)).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(decideSuggestions(desk.tom, 'flood', 'accept', seen)).rejects.toMatchObject({ reason: 'not-found' })
  await decideSuggestions(kit, 'flood', 'take-back', seen)
  expect(await fork()).toEqual(everyDocument)
  expect(await db.select().from(decidedSuggestions)).toEqual([])
})

test('publishing is refused with the list while suggestions are open, and goes on without them by choice alone', async () => {
  const id = await aStory(sal, 'Ferry')
  await suggest(id, kit, typeHeadline('Weir: '))
  const refused = await publishNow(sal, id).catch((error) => error)
  expect(refused).toMatchObject({ reason: 'conflict', message: 'Not published. One suggestion is open.' })
  const { open } = refused.detail
  expect(open).toMatchObject([{ by: 'kit', act: 'changed', place: 'Headline', was: 'Ferry', is: 'Weir: Ferry' }])
  const without = open.map(({ key }: { key: string }) => key)
  await suggest(id, tom, typeBody('Now '))
  await expect(publishStory(sal, id, { ...(await seenNow(id)), without })).rejects.toMatchObject({
    message: 'Not published. 2 suggestions are open.',
  })
  const all = [...without, ...(await cardsFor(id, tom)).map((card) => `tom ${card.id}`)]
  await publishStory(sal, id, { ...(await seenNow(id)), without: all })
  expect((await db.select().from(liveStories))[0]).toMatchObject({ headline: 'Ferry' })
  expect((await cardsFor(id, kit)).length).toBe(1)
})

test('an author learns what became of his suggestions, and editors what their edits took along; each once', async () => {
  await suggest('flood', kit, typeHeadline('Weir: '))
  await suggest('flood', kit, (ydoc) => lineIn(ydoc, 'p').insert(0, 'At last '))
  await suggest('flood', tom, typeHeadline('Ooh: '))
  await followed('flood')
  expect((await listSuggestions(sal, 'flood')).people.map(({ id }) => id)).toEqual(['kit', 'tom'])
  expect((await listSuggestions(kit, 'flood')).people.map(({ id }) => id)).toEqual(['kit'])
  await decideSuggestions(sal, 'flood', 'accept', seenOf(kit, (await cardsFor('flood', kit)).slice(0, 1)))
  await typeIn('flood', sal, (ydoc) => body(ydoc).delete(indexIn(ydoc, 'p'), 1))
  await followed('flood')
  const { told } = await listSuggestions(kit, 'flood')
  expect(told.map(({ outcome, by }) => [outcome, by]).sort()).toEqual([
    ['accepted', 'sal'],
    ['lost', null],
  ])
  expect((await listSuggestions(sal, 'flood')).told.map(({ outcome }) => outcome)).toEqual(['lost'])
  expect((await listSuggestions(tom, 'flood')).told).toEqual([])
  const ids = told.map(({ id }) => id)
  await noteTold(tom, ids)
  expect((await listSuggestions(kit, 'flood')).told).toHaveLength(2)
  await noteTold(kit, ids)
  expect((await listSuggestions(kit, 'flood')).told).toEqual([])
  await expect(listSuggestions(desk.tom, 'flood')).rejects.toMatchObject({ reason: 'not-found' })
})
