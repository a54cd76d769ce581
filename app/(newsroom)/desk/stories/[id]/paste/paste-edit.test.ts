import { history, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { doctor } from '#lib/checks/paste/doctor'
import { applyEdits, certainParts, editsOf, restoreEdits } from '#lib/checks/paste/edits'
import type { Edit } from '#lib/checks/paste/finding'
import { fromText } from '#lib/checks/paste/from-text'
import type { Block, Body } from '#lib/story/document/nodes'
import { bodySchema } from '#lib/story/document/schema'
import { someBlocks } from '#lib/testing/blocks'
import { pastedPages } from '#lib/testing/pasted'

import { pasteTransaction } from './paste-edit'

const stateOf = (content: Block[]) =>
  EditorState.create({ doc: bodySchema().nodeFromJSON({ type: 'doc', content }), plugins: [history()] })
const bodyOf = (state: EditorState) => JSON.parse(JSON.stringify(state.doc.toJSON())) as Body
const plain = (body: Body) => JSON.parse(JSON.stringify(body)) as Body
const page = (text: string) => {
  let last = 0
  return fromText(text, () => `p${++last}`)
}

describe.each(pastedPages)('$name', ({ text, tail }) => {
  const blocks = page(text)
  const findings = doctor(blocks)
  const edits = editsOf(findings, certainParts(findings))

  test('everything certain is one transaction, the same as by the rules, and one undo takes it back', () => {
    const before = stateOf(blocks)
    const done = pasteTransaction(before, edits)!
    let state = before.apply(done.transaction)
    expect(bodyOf(state)).toEqual(plain(applyEdits({ type: 'doc', content: blocks }, edits).body))
    expect(done.tray).toHaveLength(tail)
    undo(state, (tr) => {
      state = state.apply(tr)
    })
    expect(bodyOf(state)).toEqual(bodyOf(before))
  })

  test('the tray goes back to where it stood', () => {
    const part = findings
      .filter(({ kind }) => kind === 'tail')
      .flatMap(({ parts }) => parts.flatMap((one) => one.edits))
    const before = stateOf(blocks)
    const { transaction, tray } = pasteTransaction(before, part)!
    const without = before.apply(transaction)
    const back = without.apply(pasteTransaction(without, restoreEdits(tray))!.transaction)
    expect(bodyOf(back)).toEqual(bodyOf(before))
  })

  test('a second time nothing holds, and nothing is made', () => {
    const state = stateOf(blocks)
    const removals = edits.filter((edit) => 'remove' in edit || 'replace' in edit)
    expect(pasteTransaction(state.apply(pasteTransaction(state, removals)!.transaction), removals)).toBeUndefined()
  })
})

test('a colleague’s word in a block keeps the block', () => {
  const edits: Edit[] = [
    { remove: 'p1', was: 'One' },
    { remove: 'p2', was: 'Two' },
  ]
  const state = stateOf(someBlocks('One and more', 'Two', 'Three'))
  expect(bodyOf(state.apply(pasteTransaction(state, edits)!.transaction)).content.map(({ attrs }) => attrs.id)).toEqual(
    ['p1', 'p3'],
  )
})

test('what is put in has the marks of what it stands for, in lists too', () => {
  const bold = [{ type: 'bold' as const }]
  const item = {
    type: 'paragraph' as const,
    attrs: { id: 'i1' },
    content: [
      { type: 'text' as const, text: '"So"', marks: bold },
      { type: 'text' as const, text: ' ' },
    ],
  }
  const list: Block = {
    type: 'bulletList',
    attrs: { id: 'l' },
    content: [{ type: 'listItem', attrs: { id: 'i' }, content: [item] }],
  }
  const state = stateOf([list])
  const change = {
    text: 'i1',
    was: '"So" ',
    changes: [
      { from: 0, to: 1, insert: '“' },
      { from: 3, to: 4, insert: '”' },
      { from: 4, to: 5, insert: '' },
    ],
  }
  const after = state.apply(pasteTransaction(state, [change])!.transaction)
  expect(after.doc.textContent).toBe('“So”')
  expect(after.doc.nodeAt(3)?.marks.map((mark) => mark.type.name)).toEqual(['bold'])
})

test('any edits at all come to the same as by the rules', () => {
  const names = ['p1', 'p2', 'p3', 'p4']
  const name = fc.constantFrom(...names)
  const edit = fc.oneof(
    name.map((remove): Edit => ({ remove, was: 'a "b"' })),
    name.map((heading): Edit => ({ heading, was: 'a "b"', level: 2 })),
    name.map(
      (replace): Edit => ({
        replace,
        was: 'a "b"',
        with: [{ type: 'relatedStory', attrs: { id: replace, story: '', note: 'b' } }],
      }),
    ),
    fc.tuple(name, fc.nat(3)).map(
      ([text, from]): Edit => ({
        text,
        was: 'a "b"',
        changes: [{ from, to: from + 1, insert: from % 2 ? '“' : '' }],
      }),
    ),
    name.map(
      (after): Edit => ({
        insert: someBlocks('new').map((block) => ({ ...block, attrs: { id: 'n' } }) as Block),
        after: [after],
      }),
    ),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const blocks = someBlocks(...names.map(() => 'a "b"'))
      const state = stateOf(blocks)
      const made = pasteTransaction(state, edits)
      const after = made ? state.apply(made.transaction) : state
      expect(bodyOf(after)).toEqual(plain(applyEdits({ type: 'doc', content: blocks }, edits).body))
    }),
    { numRuns: 500 },
  )
})
