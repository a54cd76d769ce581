import { history, undo } from '@tiptap/pm/history'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Block, Body } from '#lib/story/document/nodes'
import { bodySchema } from '#lib/story/document/schema'
import { aParagraph } from '#lib/testing/blocks'

import { bodyOf, showBody } from './show-body'

const body = (...blocks: Block[]): Body => ({ type: 'doc', content: blocks })

/** An editor that says this, as far as its text is concerned. */
function open(said: Body, composing = false) {
  const schema = bodySchema()
  const view = {
    composing,
    state: EditorState.create({ doc: schema.nodeFromJSON(said), plugins: [history()] }),
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
    },
  }
  const editor = {
    view,
    get state() {
      return view.state
    },
  }
  return { editor: editor as unknown as Editor, view }
}

const blocks = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('', 'One', 'One two', 'Two')), {
    selector: ([id]) => id,
    minLength: 1,
  })
  .map((all) => body(...all.map(([id, text]) => aParagraph(text, id))))

test('whatever it said, it says the other text afterwards', () => {
  fc.assert(
    fc.property(blocks, blocks, (one, other) => {
      const { editor } = open(one)
      expect(showBody(editor, other)).toBe(true)
      expect(bodyOf(editor)).toEqual(bodyOf(open(other).editor))
    }),
  )
})

test('the caret stays in its words, and undo takes back one’s own alone', () => {
  const { editor, view } = open(body(aParagraph('One', 'a'), aParagraph('Two', 'b')))
  view.dispatch(view.state.tr.insertText(' mine', 9))
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 14)))
  showBody(editor, body(aParagraph('Theirs, longer', 'a'), aParagraph('Two mine', 'b'), aParagraph('More', 'c')))
  const { $from } = view.state.selection
  expect([$from.parent.textContent, $from.parentOffset]).toEqual(['Two mine', 8])
  undo(view.state, view.dispatch)
  expect(view.state.doc.children.map((node) => node.textContent)).toEqual(['Theirs, longer', 'Two', 'More'])
})

test('under an input method nothing is touched', () => {
  const { editor, view } = open(body(aParagraph('One', 'a')), true)
  expect(showBody(editor, body(aParagraph('Two', 'a')))).toBe(false)
  expect(view.state.doc.textContent).toBe('One')
  expect(showBody(editor, body(aParagraph('One', 'a')))).toBe(true)
})
