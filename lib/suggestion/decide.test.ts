import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { liveStories } from '#lib/site/tables'
import { publishStory } from '#lib/story/commands/publish'
import type { StoryDocument } from '#lib/story/document/nodes'
import { writeDocument } from '#lib/story/document/write'
import { compact } from '#lib/story/log/compact'
import { loadLog } from '#lib/story/log/read'
import { appendUpdate } from '#lib/story/log/write'
import { forkName } from '#lib/story/text-name'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { everyDocument } from '#lib/testing/document'
import { beginStory, typeBody, typeHeadline } from '#lib/testing/log'
import { newsroom } from '#lib/testing/newsroom'
import { aStory, publishNow, seenNow } from '#lib/testing/stories'
import {
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
let desk: Awaited<ReturnType<typeof newsroom>>
let [sal, kit, tom] = [] as unknown as [Actor, Actor, Actor]
beforeEach(async () => {
  database = await testDatabase()
  desk = await newsroom()
  ;[sal, tom] = [desk.sal, desk.tom]
  // A writer of the section, who may suggest and not edit.
  kit = { ...desk.kit, role: 'writer', sections: ['river'] }
  tom = { ...tom, sections: ['river'] }
  await beginStory('flood')
})
afterEach(() => database.drop())

const story = () => textOf('flood')
const fork = (person = kit) => textOf(forkName('flood', person.id))

const body = (ydoc: Y.Doc) => ydoc.getXmlFragment('body')
const replace = (change: (document: StoryDocument) => StoryDocument['body']['content']) => async () => {
  const document = await fork()
  const content = change(document)
  await suggest('flood', kit, (ydoc) => writeDocument(ydoc, { ...document, body: { type: 'doc', content } }))
}
const put = (id: string, change: object) =>
  replace(({ body: { content } }) =>
    content.map((block) => (block.attrs.id === id ? ({ ...block, ...change } as typeof block) : block)),
  )

/** Kinds of operations, as an editor's browser logs them. */
const operations: [string, () => Promise<void>][] = [
  ['typing', () => suggest('flood', kit, typeBody('At last '))],
  ['the headline', () => suggest('flood', kit, typeHeadline('Weir: '))],
  ['bold', () => suggest('flood', kit, (ydoc) => lineIn(ydoc, 'p').format(0, 2, { bold: {} }))],
  [
    'a split',
    () =>
      suggest('flood', kit, (ydoc) => {
        lineIn(ydoc, 'p').delete(10, 6)
        const made = new Y.XmlElement('paragraph')
        made.setAttribute('id', 'split')
        made.insert(0, [new Y.XmlText('ght 🌊')])
        body(ydoc).insert(indexIn(ydoc, 'p') + 1, [made])
      }),
  ],
  [
    'a join',
    () =>
      suggest('flood', kit, (ydoc) => {
        lineIn(ydoc, 'h').insert(9, 'It rose at night')
        body(ydoc).delete(indexIn(ydoc, 'p'), 1)
      }),
  ],
  ['a heading’s level', () => suggest('flood', kit, (ydoc) => blockIn(ydoc, 'h').setAttribute('level', 2 as never))],
  ['a paragraph that becomes a sub-head', put('p', { type: 'heading', attrs: { id: 'p', level: 2 } })],
  ['a quote’s speaker', () => suggest('flood', kit, (ydoc) => blockIn(ydoc, 'q').setAttribute('speaker', 'Bo'))],
  [
    'a block that comes',
    replace(({ body: { content } }) => [...content, { type: 'pullQuote', attrs: { id: 'new', speaker: '' } }]),
  ],
  ['a paragraph that goes', () => suggest('flood', kit, (ydoc) => body(ydoc).delete(indexIn(ydoc, 'p'), 1))],
  [
    'a deletion across paragraphs',
    () =>
      suggest('flood', kit, (ydoc) => {
        lineIn(ydoc, 'h').delete(3, 6)
        body(ydoc).delete(1, 2)
      }),
  ],
  [
    'a paragraph wrapped in a quote',
    replace(({ body: { content } }) =>
      content.map((block) =>
        block.attrs.id === 'p'
          ? {
              type: 'quote',
              attrs: { id: 'wrap', speaker: '', role: '', via: '', saidAt: '', source: '' },
              content: [block as never],
            }
          : block,
      ),
    ),
  ],
  ['a block that moves', replace(({ body: { content } }) => [...content.slice(1), content[0]!])],
  ['an item more in a list', put('l', { content: [{ type: 'listItem', attrs: { id: 'i2' }, content: [] }] })],
]

test.each(operations)('%s: rejected, the story is what it was and so is the fork', async (_, operate) => {
  const before = await story()
  await operate()
  expect(await fork()).not.toEqual(before)
  await followed('flood')
  await decideAll(sal, 'flood', 'reject', kit)
  expect(await story()).toEqual(before)
  expect(await fork()).toEqual(before)
})

test.each(operations)('%s: accepted, the story is the fork; undone, it is open again', async (_, operate) => {
  const before = await story()
  await operate()
  const wanted = await fork()
  const { decided } = await decideAll(sal, 'flood', 'accept', kit)
  expect(await story()).toEqual(wanted)
  expect(await fork()).toEqual(wanted)
  expect(await cardsFor('flood', kit)).toEqual([])
  await reopenSuggestions(sal, 'flood', decided)
  expect(await story()).toEqual(before)
  expect(await fork()).toEqual(wanted)
})

test.each(operations)('%s: decided either way, what editors write later is nobody’s suggestion', async (_, operate) => {
  for (const verdict of ['reject', 'accept'] as const) {
    await operate()
    await decideAll(sal, 'flood', verdict, kit)
    await compact(forkName('flood', 'kit'))
    await typeIn('flood', sal, (ydoc) => {
      typeHeadline('Now: ')(ydoc)
      typeFirst('Now ')(ydoc)
      blockIn(ydoc, 'q').setAttribute('speaker', 'Cy')
      const last = body(ydoc).get(body(ydoc).length - 1) as Y.XmlElement
      if (last.nodeName === 'heading') (last.get(0) as Y.XmlText).delete(0, 3)
      body(ydoc).delete(indexIn(ydoc, 'u'), 1)
    })
    await followed('flood')
    expect(await cardsFor('flood', kit)).toEqual([])
    const document = await story()
    await db.write((tx) => tx.delete(decidedSuggestions))
    // Begun anew for the other verdict.
    await beginAgain()
    expect(document).not.toEqual(everyDocument)
  }
})

/** At the beginning of the first line of text. */
const typeFirst = (words: string) => (ydoc: Y.Doc) => {
  let type: unknown = body(ydoc).get(0)
  while (type instanceof Y.XmlElement) type = type.get(0)
  if (type instanceof Y.XmlText) type.insert(0, words)
}

async function beginAgain() {
  await database.drop()
  database = await testDatabase()
  await newsroom()
  await beginStory('flood')
}

test('a suggestion that has changed since it was read is not decided', async () => {
  await suggest('flood', kit, typeBody('At last '))
  const seen = seenOf(kit, await cardsFor('flood', kit))
  await suggest('flood', kit, typeBody('Only '))
  await expect(decideSuggestions(sal, 'flood', 'accept', seen)).rejects.toMatchObject({ reason: 'conflict' })
  expect(await story()).toEqual(everyDocument)
})

test('one of several is decided; the others stay open', async () => {
  for (const [name, operate] of operations)
    if (['typing', 'the headline', 'a quote’s speaker'].includes(name)) await operate()
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
