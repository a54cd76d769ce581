import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import { seedUpdate } from '#lib/story/document/ydoc'
import { everyDocument } from '#lib/testing/document'
import { edited, typeHeadline } from '#lib/testing/log'

import { type Guard, largestUpdate, makeGuard } from './guard'

let room: Y.Doc
let guard: Guard
beforeEach(() => {
  room = new Y.Doc()
  Y.applyUpdate(room, seedUpdate(everyDocument))
  guard = makeGuard(room)
})

/** Another's copy of the room. */
function copy() {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(room))
  return ydoc
}
const body = (ydoc: Y.Doc) => ydoc.getXmlFragment('body')
const block = (ydoc: Y.Doc, at: number) => body(ydoc).get(at) as Y.XmlElement
const textIn = (ydoc: Y.Doc, at: number) => block(ydoc, at).get(0) as Y.XmlText
function element(
  name: string,
  attrs: Record<string, unknown> = { id: 'new' },
  children: (Y.XmlElement | Y.XmlText)[] = [],
) {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string)
  made.insert(0, children)
  return made
}
const addBlock = (made: Y.XmlElement | Y.XmlText) => (ydoc: Y.Doc) => body(ydoc).push([made])
const inspect = (edit: (ydoc: Y.Doc) => void) => guard.inspect(edited(copy(), edit))
function accept(update: Uint8Array) {
  expect(guard.inspect(update)).toEqual({ ok: true })
  Y.applyUpdate(room, update)
  guard.settle(update, true)
}

test('what the schema knows passes: typing, marks, attributes, new and removed blocks, other orders', () => {
  const edits: ((ydoc: Y.Doc) => void)[] = [
    typeHeadline('x'),
    (ydoc) => textIn(ydoc, 1).insert(0, 'On Monday '),
    (ydoc) => textIn(ydoc, 1).format(0, 2, { bold: {} }),
    (ydoc) => textIn(ydoc, 1).format(0, 2, { bold: null }),
    (ydoc) => block(ydoc, 0).setAttribute('level', 2 as unknown as string),
    addBlock(element('paragraph', { id: 'n' }, [new Y.XmlText('new')])),
    addBlock(element('pullQuote', { id: 'pull', speaker: 'Ada' }, [new Y.XmlText('Told')])),
    addBlock(element('factBox', { id: 'box', title: '' })),
    (ydoc) => block(ydoc, body(ydoc).length - 1).setAttribute('title', 'Gates'),
    (ydoc) => block(ydoc, body(ydoc).length - 1).push([element('paragraph', { id: 'fact' }, [new Y.XmlText('Four')])]),
    (ydoc) => body(ydoc).delete(0, 2),
  ]
  for (const edit of edits) accept(edited(copy(), edit))
})

test.each<[string, (ydoc: Y.Doc) => void]>([
  ['an unknown block', addBlock(element('script'))],
  ['an attribute that a fact box has not', addBlock(element('factBox', { id: 'f', title: '', colour: 'red' }))],
  ['a speaker that is no text', addBlock(element('pullQuote', { id: 'u', speaker: 7 }))],
  ['a block where a fact box takes none', addBlock(element('factBox', { id: 'f' }, [element('divider')]))],
  ['an unknown node inside a block', (ydoc) => block(ydoc, 1).push([element('marquee')])],
  ['an unknown node deep inside a list', (ydoc) => (block(ydoc, 2).get(0) as Y.XmlElement).push([element('iframe')])],
  ['an unknown attribute', (ydoc) => block(ydoc, 1).setAttribute('onclick', 'steal()')],
  ['an attribute of another type', (ydoc) => block(ydoc, 0).setAttribute('level', '2')],
  ['a heading of a level that is not there', (ydoc) => block(ydoc, 0).setAttribute('level', 9 as unknown as string)],
  ['a link that runs', (ydoc) => textIn(ydoc, 1).format(0, 2, { link: { href: 'javascript:steal()' } })],
  ['an unknown mark', (ydoc) => textIn(ydoc, 1).format(0, 2, { blink: {} })],
  ['an object in the text', (ydoc) => textIn(ydoc, 1).insertEmbed(0, { html: '<b>' })],
  ['text outside a block', addBlock(new Y.XmlText('loose'))],
  ['empty text outside a block', addBlock(new Y.XmlText())],
  ['a list item outside a list', addBlock(element('listItem'))],
  ['a block without an id', addBlock(element('paragraph', {}))],
  ['something in a divider', (ydoc) => block(ydoc, 7).push([element('paragraph')])],
  [
    'a block in the headline',
    (ydoc) => ydoc.getXmlFragment('headline').push([element('heading', { id: 'h9', level: 2 })]),
  ],
  ['another root', (ydoc) => ydoc.getMap('config').set('a', 1)],
])('%s is refused, and what comes after it from others is not', (_, edit) => {
  expect(inspect(edit)).toMatchObject({ ok: false, fault: expect.any(String) })
  accept(edited(copy(), typeHeadline('x')))
})

test('attributes on a part itself are refused', () => {
  const update = edited(new Y.Doc(), (ydoc) => ydoc.getMap('body').set('a', 1))
  expect(guard.inspect(update)).toMatchObject({ ok: false, fault: 'attributes on the body' })
})

test('a nesting that nobody could look through is refused, and nothing of it stays', () => {
  const nested = edited(copy(), (ydoc) => {
    let inner = element('quote')
    body(ydoc).push([inner])
    for (let depth = 0; depth < 12_000; depth += 1) {
      const next = element('quote')
      inner.push([next])
      inner = next
    }
  })
  expect(guard.inspect(nested)).toMatchObject({ ok: false })
  accept(edited(copy(), typeHeadline('still ')))
})

test('garbage and what is too large are refused', () => {
  expect(guard.inspect(new Uint8Array([9, 9, 9, 9]))).toMatchObject({ ok: false, fault: 'not an update' })
  expect(guard.inspect(new Uint8Array(largestUpdate + 1))).toMatchObject({ ok: false, fault: 'too large' })
  accept(edited(copy(), typeHeadline('x')))
})

test('what builds on an update that is not here is missing something, until it has come', () => {
  const ydoc = copy()
  const first = edited(ydoc, typeHeadline('a'))
  const second = edited(ydoc, typeHeadline('b'))
  expect(guard.inspect(second)).toEqual({ ok: false, missing: true })
  guard.follow(first)
  expect(guard.inspect(second)).toEqual({ ok: true })
})

test('a refusal does not forget what was let pass and is not in the document yet', () => {
  const ydoc = copy()
  const first = edited(ydoc, typeHeadline('a'))
  const second = edited(ydoc, typeHeadline('b'))
  expect(guard.inspect(first).ok).toBe(true)
  expect(inspect(addBlock(element('script'))).ok).toBe(false)
  expect(guard.inspect(second).ok).toBe(true)
})

test('what could not be kept was never there', () => {
  const ydoc = copy()
  const first = edited(ydoc, typeHeadline('a'))
  const second = edited(ydoc, typeHeadline('b'))
  expect(guard.inspect(first).ok).toBe(true)
  guard.settle(first, false)
  expect(guard.inspect(second)).toEqual({ ok: false, missing: true })
})
