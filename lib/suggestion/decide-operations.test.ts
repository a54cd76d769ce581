import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import { db } from '#lib/db/client'
import type { StoryDocument } from '#lib/story/document/nodes'
import { writeDocument } from '#lib/story/document/write'
import { compact } from '#lib/story/log/compact'
import { forkName } from '#lib/story/text-name'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { everyDocument } from '#lib/testing/document'
import { typeBody, typeHeadline } from '#lib/testing/log'
import {
  beginSuggesting,
  blockIn,
  cardsFor,
  decideAll,
  followed,
  indexIn,
  lineIn,
  suggest,
  textOf,
  typeIn,
} from '#lib/testing/suggestions'

import { reopenSuggestions } from './commands/reopen'
import { decidedSuggestions } from './tables'

let database: TestDatabase
let { sal, kit } = {} as Awaited<ReturnType<typeof beginSuggesting>>
async function begin() {
  database = await testDatabase()
  ;({ sal, kit } = await beginSuggesting())
}
beforeEach(begin)
afterEach(() => database.drop())

async function beginAgain() {
  await database.drop()
  await begin()
}

const story = () => textOf('flood')
const fork = () => textOf(forkName('flood', kit.id))

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
