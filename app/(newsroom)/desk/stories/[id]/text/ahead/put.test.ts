import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { bodyExtensions } from '#lib/story/document/extensions'

import { changeOf, putAhead } from './put'
import type { Ahead } from './read'

const schema = getSchema(bodyExtensions)
const body = (...texts: string[]) =>
  EditorState.create({
    doc: schema.node(
      'doc',
      null,
      texts.map((text, i) => schema.node('paragraph', { id: `p${i}` }, text ? [schema.text(text)] : [])),
    ),
  })

/** The paragraphs after it, with the caret as `|`. */
function put(texts: string[], typed: Omit<Ahead, 'part'>) {
  const { tr, caret } = putAhead(body(...texts), { part: 'body', ...typed })
  if (caret) tr.insertText('|', caret[0])
  return tr.doc.children.map((node) => node.textContent)
}

test('what was typed stands where it was typed, and the caret behind it', () => {
  expect(put(['The weir', 'is shut.'], { id: 'p1', was: 'is shut.', is: 'is now shut.', caret: [6, 6] })).toEqual([
    'The weir',
    'is now| shut.',
  ])
  expect(put([''], { id: 'p0', was: '', is: 'Gates', caret: [5, 5] })).toEqual(['Gates|'])
  expect(put(['The weir'], { id: 'p0', was: 'The weir', is: 'The', caret: [3, 3] })).toEqual(['The|'])
})

test('a caret in what nobody changed stays', () => {
  expect(put(['The weir'], { id: 'p0', was: 'The weir', is: 'The weir', caret: [3, 3] })).toEqual(['The| weir'])
  expect(put(['The old weir'], { id: 'p0', was: 'The weir', is: 'The weir', caret: [8, 8] })).toEqual(['The old weir|'])
})

test('what was selected is selected', () => {
  const { caret } = putAhead(body('The old weir'), {
    part: 'body',
    id: 'p0',
    was: 'The weir',
    is: 'The weir',
    caret: [8, 0],
  })
  expect(caret).toEqual([13, 1])
})

test('a block that was parted is parted', () => {
  expect(put(['One. Two.'], { id: 'p0', was: 'One. Two.', is: 'One.\nAnd Two.', caret: [8, 8] })).toEqual([
    'One.',
    'And| Two.',
  ])
  expect(put(['End.'], { id: 'p0', was: 'End.', is: 'End.\n\nNext', caret: [10, 10] })).toEqual(['End.', '', 'Next|'])
})

test('beside what a colleague has changed meanwhile, both stand', () => {
  const typed: Omit<Ahead, 'part'> = {
    id: 'p0',
    was: 'The weir is shut',
    is: 'The weir is shut, says Quill',
    caret: [28, 28],
  }
  expect(put(['The old weir is shut'], typed)).toEqual(['The old weir is shut, says Quill|'])
  expect(put(['The weir is shut today'], { ...typed, is: 'The tall weir is shut', caret: [8, 8] })).toEqual([
    'The tall| weir is shut today',
  ])
  // What is taken away here is not what somebody else has put there.
  expect(put(['The weir was open'], { ...typed, is: 'The weir', caret: [8, 8] })).toEqual(['The weir| was open'])
})

test('of a block that is gone the typed words stand at the end, and only they', () => {
  expect(put(['Other.'], { id: 'gone', was: 'Here.', is: 'Here, too.', caret: [9, 9] })).toEqual(['Other.', ', too|'])
  expect(put(['Other.'], { id: 'gone', was: 'Here.', is: 'Here.', caret: [2, 2] })).toEqual(['Other.'])
})

test('any two texts: their change makes the one of the other', () => {
  for (const [was, is] of [
    ['', ''],
    ['', 'a'],
    ['aa', 'aaa'],
    ['aba', 'a'],
    ['weir', 'we are'],
  ] as const) {
    const { from, to, text } = changeOf(was, is)
    expect(was.slice(0, from) + text + was.slice(to)).toBe(is)
  }
})
