import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Part } from '#lib/story/document/parts'
import { bodySchema, lineSchema } from '#lib/story/document/schema'
import { seedUpdate } from '#lib/story/document/ydoc'
import { aDocument } from '#lib/testing/stories'
import { type Anchor, anchorOf, type Bound, placeOf } from './anchor'

let ydoc: Y.Doc
beforeEach(() => {
  ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, seedUpdate(aDocument('Gates close', 'The river rose.', 'Crews vote on Friday.')))
})

/** A part as an editor that has just been opened shows it. */
function bound(part: Part): Bound {
  const type = ydoc.getXmlFragment(part)
  const { doc, mapping } = initProseMirrorDoc(type, part === 'body' ? bodySchema() : lineSchema())
  return { ydoc, type, doc, mapping: mapping as never }
}
const block = (at: number) => ydoc.getXmlFragment('body').get(at) as Y.XmlElement
const text = (at: number) => block(at).get(0) as Y.XmlText

/** Anchors the words where they stand. */
function anchor(words: string, part: Part = 'body'): Anchor {
  const there = bound(part)
  let from = -1
  there.doc.descendants((node, pos) => {
    if (node.isText && node.text?.includes(words)) from = pos + node.text.indexOf(words)
  })
  return anchorOf(part, there, from, from + words.length)!
}
/** The words that an anchor marks now; null when they are gone. */
function marked(one: Anchor): string | null {
  const there = bound(one.part)
  const place = placeOf(one, there)
  return place.gone ? null : there.doc.textBetween(place.from, place.to)
}

test('a passage is held by block, quote and letters', () => {
  const one = anchor('vote on')
  expect(one).toMatchObject({ part: 'body', block: 'p2', quote: 'vote on' })
  expect(marked(one)).toBe('vote on')
  expect(anchor('Gates', 'headline')).toMatchObject({ block: null, quote: 'Gates' })
})

test.each<[string, string, string, () => void]>([
  ['before it', 'vote on', 'vote on', () => text(1).insert(0, 'On pay ')],
  ['right before it', 'vote on', 'vote on', () => text(1).insert(6, 'will ')],
  ['right behind it', 'vote on', 'vote on', () => text(1).insert(13, ' pay')],
  ['in it', 'vote on', 'vote soon on', () => text(1).insert(11, 'soon ')],
  ['that takes its first word', 'vote on', ' on', () => text(1).delete(6, 4)],
  ['that takes its last word', 'vote on', 'vote ', () => text(1).delete(11, 2)],
  ['of a block before it', 'vote on', 'vote on', () => ydoc.getXmlFragment('body').delete(0, 1)],
  ['that makes its words bold', 'vote on', 'vote on', () => text(1).format(6, 4, { bold: {} })],
  ['at the end of its block, which it ends', 'Friday.', 'Friday.', () => text(1).insert(21, ' At nine.')],
  ['at the start of its block, which it begins', 'Crews', 'Crews', () => text(1).insert(0, 'The ')],
])('an edit %s leaves the passage', (_, words, then, edit) => {
  const one = anchor(words)
  ydoc.transact(edit)
  expect(marked(one)).toBe(then)
})

test('the headline’s and the standfirst’s passages are held too', () => {
  const [headline, standfirst] = [anchor('close', 'headline'), anchor('about', 'standfirst')]
  ;((ydoc.getXmlFragment('headline').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'River ')
  expect([marked(headline), marked(standfirst)]).toEqual(['close', 'about'])
})

test('words that were deleted are gone, and their block is told', () => {
  const one = anchor('vote on')
  text(1).delete(6, 8)
  expect(placeOf(one, bound('body'))).toEqual({ gone: true, near: 17 })
})

test('with its block deleted a passage is gone, and nothing beside it is marked', () => {
  const one = anchor('vote on')
  ydoc.getXmlFragment('body').delete(1, 1)
  expect(placeOf(one, bound('body'))).toEqual({ gone: true, near: null })
})

test('a block that is moved, which Yjs writes anew, takes its passage along', () => {
  const one = anchor('vote on')
  ydoc.transact(() => {
    const copy = block(1).clone()
    ydoc.getXmlFragment('body').delete(1, 1)
    ydoc.getXmlFragment('body').insert(0, [copy])
  })
  expect(marked(one)).toBe('vote on')
})

test('a deletion taken back brings the passage back', () => {
  const one = anchor('vote on')
  const undo = new Y.UndoManager(ydoc.getXmlFragment('body'))
  ydoc.getXmlFragment('body').delete(1, 1)
  expect(marked(one)).toBeNull()
  undo.undo()
  expect(marked(one)).toBe('vote on')
})

test('a passage over two blocks holds, and no words are no passage', () => {
  const there = bound('body')
  const one = anchorOf('body', there, 5, 23)!
  expect(one.quote).toBe('river rose. Crews')
  text(0).insert(0, 'So ')
  expect(marked(one)).toBe('river rose.Crews')
  expect(anchorOf('body', there, 4, 5)).toBeUndefined()
})

test('a position that nobody could read marks nothing', () => {
  expect(placeOf({ ...anchor('vote on'), start: 'no position', quote: 'x' }, bound('body'))).toMatchObject({
    gone: true,
  })
})
