import { history, undo } from '@tiptap/pm/history'
import { AllSelection, type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { idsOf } from '#lib/story/document/check'
import type { Block } from '#lib/story/document/nodes'
import { bodySchema } from '#lib/story/document/schema'

import { anImage } from '#lib/testing/blocks'

import { deleteBlocks, duplicateBlocks, moveBlocks } from './block-moves'

const p = (id: string) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text: `text of ${id}` }],
})
const list = (id: string, ...items: string[]) => ({
  type: 'bulletList' as const,
  attrs: { id },
  content: items.map((item) => ({ type: 'listItem' as const, attrs: { id: item }, content: [p(`${item}p`)] })),
})
const box: Block = { type: 'factBox', attrs: { id: 'f', title: 'Gates' }, content: [p('fp'), list('fl', 'fi', 'fj')] }
const divider: Block = { type: 'divider', attrs: { id: 'd' } }

const stateOf = (content: Block[]) =>
  EditorState.create({ doc: bodySchema().nodeFromJSON({ type: 'doc', content }), plugins: [history()] })

const place = (state: EditorState, id: string) => {
  let at = -1
  state.doc.descendants((node, pos) => {
    if (node.attrs.id === id) at = pos
  })
  return at
}
/** The caret in a block's text, or the text from one block into another selected, or a block without text selected. */
function put(state: EditorState, from: string, to = from) {
  const [start, end] = [place(state, from), place(state, to)]
  const selection = state.doc.nodeAt(start)?.isAtom
    ? NodeSelection.create(state.doc, start)
    : TextSelection.create(state.doc, start + 3, end + 3)
  return state.apply(state.tr.setSelection(selection))
}
function run(state: EditorState, command: Command) {
  let next = state
  const done = command(state, (tr) => {
    next = state.apply(tr)
  })
  next.doc.check()
  expect(done).toBe(command(state))
  return next
}
const tops = (state: EditorState) => state.doc.children.map((node) => String(node.attrs.id))
const items = (state: EditorState, id: string) =>
  state.doc.nodeAt(place(state, id))!.children.map((node) => String(node.attrs.id))
const allIds = (state: EditorState) => state.doc.toJSON().content.flatMap(idsOf) as string[]
/** The innermost block with the caret. */
const caretIn = ({ selection }: EditorState) =>
  selection instanceof NodeSelection ? selection.node.attrs.id : selection.$head.parent.attrs.id

const [up, down] = [moveBlocks(-1), moveBlocks(1)]

test('a block moves past its neighbour and takes the caret along; at the end of the story it stays', () => {
  const state = put(stateOf([p('a'), divider, p('b')]), 'b')
  const once = run(state, up)
  expect([tops(once), caretIn(once), once.selection.$head.parentOffset]).toEqual([['a', 'b', 'd'], 'b', 2])
  const twice = run(once, up)
  expect(tops(twice)).toEqual(['b', 'a', 'd'])
  expect(run(twice, up)).toBe(twice)
  expect(tops(run(run(twice, down), down))).toEqual(['a', 'd', 'b'])
})

test('a selected block without text moves too, and stays selected', () => {
  const moved = run(put(stateOf([p('a'), divider, p('b')]), 'd'), down)
  expect([tops(moved), caretIn(moved)]).toEqual([['a', 'b', 'd'], 'd'])
})

test('blocks that are selected together move together', () => {
  const state = put(stateOf([p('a'), p('b'), list('l', 'i', 'j'), p('c')]), 'b', 'jp')
  expect(tops(run(state, up))).toEqual(['b', 'l', 'a', 'c'])
  expect(tops(run(state, down))).toEqual(['a', 'c', 'b', 'l'])
})

test('in a gallery its pictures move, and it goes with the last of them', () => {
  const picture = (id: string) => anImage(`m${id}`, { id })
  const gallery: Block = { type: 'gallery', attrs: { id: 'g', title: '' }, content: ['v', 'w'].map(picture) }
  const moved = run(put(stateOf([p('a'), gallery, p('b')]), 'w'), up)
  expect([tops(moved), items(moved, 'g')]).toEqual([
    ['a', 'g', 'b'],
    ['w', 'v'],
  ])
  const one = run(put(moved, 'w'), deleteBlocks)
  expect(items(one, 'g')).toEqual(['v'])
  expect(tops(run(put(one, 'v'), deleteBlocks))).toEqual(['a', 'b'])
})

test('in a list its items move, in a quote or a box without one the whole block', () => {
  const state = stateOf([p('a'), list('l', 'i', 'j', 'k'), box])
  const moved = run(put(state, 'jp'), up)
  expect([tops(moved), items(moved, 'l'), caretIn(moved)]).toEqual([['a', 'l', 'f'], ['j', 'i', 'k'], 'jp'])
  expect(items(run(put(state, 'fip'), down), 'fl')).toEqual(['fj', 'fi'])
  expect(tops(run(put(state, 'fp'), up))).toEqual(['a', 'f', 'l'])
  expect(items(run(put(state, 'ip'), up), 'l')).toEqual(['i', 'j', 'k'])
})

test('a copy stands below with ids of its own, and holds the caret where it was', () => {
  const state = put(stateOf([p('a'), box, p('b')]), 'fp')
  const copied = run(state, duplicateBlocks)
  expect(tops(copied)).toEqual(['a', 'f', expect.stringMatching(/^[0-9a-z]{12}$/), 'b'])
  expect(new Set(allIds(copied)).size).toBe(allIds(copied).length)
  expect(copied.doc.child(2).attrs.title).toBe('Gates')
  expect(copied.doc.child(2).textContent).toBe(state.doc.child(1).textContent)
  expect(copied.selection.from).toBe(state.selection.from + state.doc.child(1).nodeSize)
})

test('what is deleted is the item or the block with the caret; a list goes with its last item', () => {
  const state = stateOf([p('a'), list('l', 'i', 'j'), p('b')])
  const one = run(put(state, 'ip'), deleteBlocks)
  expect([items(one, 'l'), caretIn(one)]).toEqual([['j'], 'jp'])
  const none = run(one, deleteBlocks)
  expect([tops(none), caretIn(none)]).toEqual([['a', 'b'], 'b'])
  expect(caretIn(run(none, deleteBlocks))).toBe('a')
})

test('a story without blocks has an empty paragraph to write in', () => {
  const state = stateOf([list('l', 'i'), divider])
  const empty = run(state.apply(state.tr.setSelection(new AllSelection(state.doc))), deleteBlocks)
  expect(empty.doc.toJSON().content).toEqual([{ type: 'paragraph', attrs: { id: expect.any(String) } }])
})

/** One of some kind, its ids told apart by its number. */
const kinds: ((n: number) => Block)[] = [
  (n) => p(`a${n}`),
  (n) => list(`l${n}`, `i${n}`, `j${n}`),
  (n) => list(`m${n}`, `k${n}`),
  (n) => ({ type: 'divider', attrs: { id: `d${n}` } }),
  (n) => ({
    type: 'factBox',
    attrs: { id: `f${n}`, title: '' },
    content: [p(`b${n}`), list(`o${n}`, `x${n}`, `y${n}`)],
  }),
]
const blocks = fc
  .array(fc.nat({ max: kinds.length - 1 }), { minLength: 1, maxLength: 6 })
  .map((which) => which.map((kind, n) => kinds[kind]!(n)))

test('whatever the blocks and the selection: ids stay single, a move keeps all of them, and one undo takes it back', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.nat(), fc.nat({ max: 3 }), (content, one, other, which) => {
      const state = stateOf(content)
      const at = (n: number) => state.doc.resolve(n % (state.doc.content.size + 1))
      const selected = state.apply(state.tr.setSelection(TextSelection.between(at(one), at(other))))
      const command = [up, down, duplicateBlocks, deleteBlocks][which]!
      const after = run(selected, command)
      const ids = allIds(after)
      expect(new Set(ids).size).toBe(ids.length)
      if (which < 2) expect([...ids].sort()).toEqual(allIds(state).sort())
      if (after === selected) return
      let back = after
      undo(after, (tr) => {
        back = after.apply(tr)
      })
      expect(back.doc.toJSON()).toEqual(state.doc.toJSON())
    }),
    { numRuns: 150 },
  )
})
