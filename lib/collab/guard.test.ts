import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import { seedUpdate } from '#lib/story/document/ydoc'
import { everyDocument } from '#lib/testing/document'
import { forbidden } from '#lib/testing/forbidden/list'
import { element, put } from '#lib/testing/forbidden/make'
import { missing } from '#lib/testing/forbidden/shapes'
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
const addBlock = (made: Y.XmlElement) => put(() => made)
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

test.each(forbidden)('$name is refused, and what comes after it from others is not', ({ update }) => {
  const before = Y.encodeStateAsUpdate(room)
  expect(guard.inspect(update(copy()))).toMatchObject({ ok: false, fault: expect.any(String) })
  expect(Y.encodeStateAsUpdate(room)).toEqual(before)
  accept(edited(copy(), typeHeadline('x')))
})

test('of a text beyond what one update may hold it is said that it is too much', () => {
  expect(guard.inspect(new Uint8Array(largestUpdate + 1))).toMatchObject({ ok: false, fault: 'too large' })
})

test('what builds on an update that is not here is missing something, until it has come', () => {
  const ydoc = copy()
  const first = edited(ydoc, typeHeadline('a'))
  const second = edited(ydoc, typeHeadline('b'))
  expect(guard.inspect(missing.update(copy()))).toEqual({ ok: false, missing: true })
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

const idOf = (ydoc: Y.Doc, { client, clock }: Y.ID) => {
  const { content } = Y.getItem(ydoc.store, Y.createID(client, clock)) as Y.Item
  return ((content as Y.ContentType).type as Y.XmlElement).getAttribute('id')
}
const words = () => element('paragraph', { id: 'p' }, [new Y.XmlText('twice')])

test('of two blocks with one id the newcomer is told, also deep in another, also when a block takes another’s id', () => {
  const doubles: [edit: (ydoc: Y.Doc) => void, id: string][] = [
    [(ydoc) => body(ydoc).insert(0, [words()]), 'p'],
    [put(() => element('quote', { id: 'own' }, [element('paragraph', { id: 'qp' })])), 'qp'],
    [(ydoc) => block(ydoc, 0).setAttribute('id', 'l'), 'l'],
  ]
  for (const [edit, id] of doubles) {
    const ydoc = copy()
    const verdict = guard.inspect(edited(ydoc, edit))
    if (!verdict.ok) throw new Error(JSON.stringify(verdict))
    expect(verdict.doubles?.map((one) => idOf(ydoc, one))).toEqual([id])
    expect(verdict.doubles?.[0]?.client).toBe(id === 'l' ? body(room).get(0)._item?.id.client : ydoc.clientID)
  }
})

test('an id is free again when its block is gone, or has another; doubles from before are told at the start', () => {
  accept(edited(copy(), (ydoc) => body(ydoc).delete(1)))
  accept(edited(copy(), (ydoc) => body(ydoc).push([words()])))
  accept(edited(copy(), (ydoc) => block(ydoc, 0).setAttribute('id', 'other')))
  accept(
    edited(
      copy(),
      put(() => element('heading', { id: 'h', level: 2 })),
    ),
  )
  expect(makeGuard(room).doubles()).toEqual([])
  Y.applyUpdate(room, edited(copy(), put(words)))
  expect(makeGuard(room).doubles()).toHaveLength(1)
})

test('what is written under the server’s own numbers is taken from the log alone', () => {
  const ydoc = copy()
  ydoc.clientID = 1
  const update = edited(ydoc, typeHeadline('Accepted '))
  expect(guard.inspect(update)).toEqual({ ok: false, missing: true })
  guard.follow(update)
  Y.applyUpdate(room, update)
  // Who has read it brings it along.
  accept(update)
  accept(edited(copy(), typeHeadline('Then ')))
})
