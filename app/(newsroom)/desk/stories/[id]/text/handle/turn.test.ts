import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { findDocumentFault } from '#lib/story/document/check'
import type { Block } from '#lib/story/document/nodes'
import { bodySchema } from '#lib/story/document/schema'
import { anyBlocks } from '#lib/testing/any-document'

import { kindOf, type Turned, turnedNames, turnInto } from './turn'

const kinds = Object.keys(turnedNames) as Turned[]
const stateOf = (content: Block[]) => EditorState.create({ doc: bodySchema().nodeFromJSON({ type: 'doc', content }) })
function turned(state: EditorState, at: number, kind: Turned) {
  let next = state
  turnInto(at, kind)(state, (tr) => (next = state.apply(tr)))
  return next
}
const faultOf = ({ doc }: EditorState) =>
  findDocumentFault({ schema: 3, headline: '', standfirst: '', body: doc.toJSON() })

const quote: Block = {
  type: 'quote',
  attrs: { id: 'q', speaker: 'Ada Kerrow', role: 'chandler', via: '', saidAt: '', source: '' },
  content: ['We were told.', 'Twice.'].map((text, i) => ({
    type: 'paragraph',
    attrs: { id: `p${i}` },
    content: [{ type: 'text', text, marks: [{ type: 'bold' }] }],
  })),
}

test('a block keeps its words, marks and id; what its attributes say is not lost', () => {
  const to = (kind: Turned) => turned(stateOf([quote]), 0, kind).doc
  expect(to('pullQuote').toJSON().content).toMatchObject([
    {
      type: 'pullQuote',
      attrs: { id: 'q', speaker: 'Ada Kerrow' },
      content: [{ text: 'We were told.' }, {}, { text: 'Twice.' }],
    },
  ])
  expect(to('paragraph').children.map((node) => node.textContent)).toEqual([
    'We were told.',
    'Twice.',
    'Ada Kerrow, chandler',
  ])
  expect(to('paragraph').child(0).attrs.id).toBe('q')
  expect(to('bulletList').child(0).childCount).toBe(3)
  expect(to('heading3').child(1).attrs.level).toBe(3)
  expect(to('heading3').child(0).firstChild?.marks[0]?.type.name).toBe('bold')
})

test('what it is already, and what has no such text, stays', () => {
  expect(turnInto(0, 'quote')(stateOf([quote]))).toBe(false)
  expect(turnInto(0, 'paragraph')(stateOf([{ type: 'divider', attrs: { id: 'd' } }]))).toBe(false)
})

test('whatever is turned into whatever, the document is one', () => {
  fc.assert(
    fc.property(anyBlocks, fc.constantFrom(...kinds), (blocks, kind) => {
      const state = stateOf(blocks)
      state.doc.forEach((block, at) => {
        if (!kindOf(block)) return
        const next = turned(state, at, kind)
        expect(faultOf(next)).toBeUndefined()
        for (const word of block.textBetween(0, block.content.size, ' ').split(/\s+/))
          expect(next.doc.textContent).toContain(word)
      })
    }),
    { numRuns: 150 },
  )
})
