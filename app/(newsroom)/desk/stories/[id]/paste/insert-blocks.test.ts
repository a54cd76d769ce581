import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { bodySchema } from '#lib/story/document/schema'
import { someBlocks } from '#lib/testing/blocks'

import { anchorAt, insertBlocks } from './insert-blocks'

const stateOf = (...texts: string[]) =>
  EditorState.create({
    doc: bodySchema().nodeFromJSON({
      type: 'doc',
      content: texts.map((text, index) => ({
        type: 'paragraph',
        attrs: { id: `p${index}` },
        ...(text ? { content: [{ type: 'text', text }] } : {}),
      })),
    }),
  })
const insert = (state: EditorState, anchor: string | undefined, ...texts: string[]) => {
  const blocks = someBlocks(...texts).map((block, index) => ({ ...block, attrs: { id: `n${index}` } }) as typeof block)
  const after = state.apply(insertBlocks(state, blocks, anchor))
  return { texts: after.doc.content.content.map(({ textContent }) => textContent), after }
}

test('blocks go behind the block at the place, and cut no paragraph', () => {
  const state = stateOf('One and more', 'Two')
  expect(insert(state, anchorAt(state.doc, 4), 'a', 'b').texts).toEqual(['One and more', 'a', 'b', 'Two'])
  expect(insert(state, anchorAt(state.doc, state.doc.content.size), 'a').texts).toEqual(['One and more', 'Two', 'a'])
})

test('an empty paragraph gives way, and so does an empty text', () => {
  expect(insert(stateOf('One', '', 'Two'), 'p1', 'a').texts).toEqual(['One', 'a', 'Two'])
  expect(insert(stateOf(''), undefined, 'a').texts).toEqual(['a'])
})

test('where the block is gone by then, they go to the end', () => {
  expect(insert(stateOf('One', 'Two'), 'gone', 'a').texts).toEqual(['One', 'Two', 'a'])
})

test('the caret goes behind them', () => {
  const { after } = insert(stateOf('One', 'Two'), 'p0', 'a', 'bc')
  expect(after.selection).toBeInstanceOf(TextSelection)
  expect(after.selection.$from.parent.textContent).toBe('bc')
  expect(after.selection.$from.parentOffset).toBe(2)
})
