import { expect, test } from 'vitest'

import type { Block } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'
import { aParagraph, someBlocks } from '#lib/testing/blocks'

import { applyEdits, restoreEdits } from './edits'
import type { Edit } from './finding'

const body = (content: Block[]) => ({ type: 'doc' as const, content })
const ids = (content: Block[]) => content.map(({ attrs }) => attrs.id).join(' ')

test('a block that has changed since it was looked at stays, whatever was to become of it', () => {
  const edits: Edit[] = [
    { remove: 'p1', was: 'One' },
    { heading: 'p2', was: 'Two', level: 2 },
    { replace: 'p3', was: 'Three', with: [] },
    { text: 'p4', was: '"Four', changes: [{ from: 0, to: 1, insert: '“' }] },
  ]
  const changed = someBlocks('One more', 'Two more', 'Three more', 'A "Four')
  expect(applyEdits(body(changed), edits).body.content).toEqual(changed)
  expect(applyEdits(body(someBlocks('One', 'Two', 'Three', '"Four')), edits).body.content).toEqual([
    { type: 'heading', attrs: { id: 'p2', level: 2 }, content: [{ type: 'text', text: 'Two' }] },
    aParagraph('“Four', 'p4'),
  ])
})

test('changes of one text made by several edits are all counted from the text as it was', () => {
  const change = (from: number, insert: string): Edit => ({
    text: 'p1',
    was: '"a" \'b',
    changes: [{ from, to: from + 1, insert }],
  })
  expect(
    blockText(
      applyEdits(body(someBlocks('"a" \'b')), [change(4, '‘'), change(0, '“'), change(2, '”')]).body.content[0]!,
    ),
  ).toBe('“a” ‘b')
})

test('a body is never left without a block', () => {
  expect(applyEdits(body(someBlocks('One')), [{ remove: 'p1', was: 'One' }]).body.content).toEqual([
    aParagraph('', 'p1'),
  ])
})

test('what is in the tray goes back where it stood, one by one and in any order', () => {
  const blocks = someBlocks('a', 'b', 'c', 'd', 'e')
  const edits = ['p2', 'p3', 'p5'].map((id, at): Edit => ({ remove: id, was: 'bce'[at]!, tray: true }))
  const { body: rest, tray } = applyEdits(body(blocks), edits)
  expect(ids(rest.content)).toBe('p1 p4')
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
  ]) {
    const back = order.reduce(
      (content, at) => applyEdits(body(content), restoreEdits([tray[at]!])).body.content,
      rest.content,
    )
    expect(back).toEqual(blocks)
    expect(applyEdits(body(back), restoreEdits(tray)).body.content).toEqual(blocks)
  }
})

test('what stood in the tray goes to the end when nothing before it is left', () => {
  expect(
    ids(
      applyEdits(body(someBlocks('a')), restoreEdits([{ block: aParagraph('x', 'x'), after: ['gone'] }])).body.content,
    ),
  ).toBe('p1 x')
})
