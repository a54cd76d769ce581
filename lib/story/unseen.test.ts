import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { type LogRow, unseenChanges } from './unseen'

/** A document of two people on one log: `edit` applies a change as one row of the log. */
function desk() {
  const rows: LogRow[] = []
  const edit = (by: string, change: (ydoc: Y.Doc) => void) => {
    const own = new Y.Doc()
    for (const row of rows) Y.applyUpdate(own, row.update)
    let update = new Uint8Array()
    own.once('update', (made: Uint8Array) => {
      update = new Uint8Array(made)
    })
    own.transact(() => change(own))
    rows.push({ update, by })
  }
  const load = () => {
    const ydoc = new Y.Doc()
    for (const row of rows) Y.applyUpdate(ydoc, row.update)
    return ydoc
  }
  const seen = () => Y.decodeSnapshot(Y.encodeSnapshot(Y.snapshot(load())))
  const since = (snapshot: Y.Snapshot) => unseenChanges(load(), rows, snapshot)
  return { rows, edit, load, seen, since }
}

const body = (ydoc: Y.Doc) => ydoc.getXmlFragment('body')
const textOf = (ydoc: Y.Doc, index: number) => (body(ydoc).get(index) as Y.XmlElement).get(0) as Y.XmlText

function block(id: string, text: string) {
  const element = new Y.XmlElement('paragraph')
  element.setAttribute('id', id)
  element.insert(0, [new Y.XmlText(text)])
  return element
}

function withTwoBlocks() {
  const written = desk()
  written.edit('nadia', (ydoc) => body(ydoc).insert(0, [block('p1', 'The river rose.'), block('p2', 'It fell.')]))
  return written
}

test('a snapshot of all of the log leaves nothing unseen', () => {
  const { seen, since } = withTwoBlocks()
  expect(since(seen())).toEqual([])
})

test('typed text, deleted text and changed attributes name their block and their author', () => {
  const { edit, seen, since } = withTwoBlocks()
  const snapshot = seen()
  edit('tom', (ydoc) => textOf(ydoc, 0).insert(3, ' wide'))
  edit('sal', (ydoc) => textOf(ydoc, 1).delete(0, 3))
  edit('sal', (ydoc) => (body(ydoc).get(1) as Y.XmlElement).setAttribute('level', '2'))
  expect(since(snapshot)).toEqual([
    { block: 'p1', by: 'tom' },
    { block: 'p2', by: 'sal' },
  ])
})

test('a new block is named, a deleted one is told as gone, the headline by its name', () => {
  const { edit, seen, since } = withTwoBlocks()
  const snapshot = seen()
  edit('tom', (ydoc) => body(ydoc).insert(2, [block('p3', 'New.')]))
  edit('tom', (ydoc) => ydoc.getXmlFragment('headline').insert(0, [new Y.XmlText('Gates')]))
  edit('sal', (ydoc) => body(ydoc).delete(0, 1))
  expect(since(snapshot)).toEqual([
    { block: 'p3', by: 'tom' },
    { block: 'headline', by: 'tom' },
    { block: null, by: 'sal' },
  ])
})

test('what one row repeats of seen text is not told again', () => {
  const { rows, edit, load, seen, since } = withTwoBlocks()
  const snapshot = seen()
  edit('tom', (ydoc) => textOf(ydoc, 1).insert(0, 'Then '))
  rows.push({ update: Y.encodeStateAsUpdate(load()), by: 'tom' })
  expect(since(snapshot)).toEqual([{ block: 'p2', by: 'tom' }])
})

test('after compaction the blocks are still told, though not by whom', () => {
  const { rows, edit, load, seen, since } = withTwoBlocks()
  const snapshot = seen()
  edit('tom', (ydoc) => textOf(ydoc, 0).delete(0, 4))
  rows.splice(0, rows.length, { update: Y.encodeStateAsUpdate(load()), by: null })
  expect(since(snapshot)).toEqual([{ block: 'p1', by: null }])
})
