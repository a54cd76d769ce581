import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { bodySchema } from '#lib/story/document/schema'
import { aParagraph } from '#lib/testing/blocks'

import { readMention } from './mention'

/** The state with the caret where | stands. */
function at(text: string) {
  const caret = text.indexOf('|')
  const doc = bodySchema().nodeFromJSON({ type: 'doc', content: [aParagraph(text.replace('|', ''), 'p1')] })
  const state = EditorState.create({ doc })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, caret + 1)))
}

test.each([
  ['@|', '', 1],
  ['By @or|', 'or', 4],
  ['(@Orla Fe| and', 'orla fe', 2],
  ['“@O’Neill-B|', 'o’neill-b', 2],
  ['— @orla |', 'orla', 3],
])('%j opens the menu', (text, query, from) =>
  expect(readMention(at(text))).toMatchObject({ query, from, to: text.indexOf('|') + 1 }),
)

test.each(['orla@we|', 'Orla|', '@ |x', '@one two three four|', '@a, b|', 'x|@'])('%j does not', (text) =>
  expect(readMention(at(text))).toBeNull(),
)
