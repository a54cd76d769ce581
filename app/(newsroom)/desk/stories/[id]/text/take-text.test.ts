import { expect, test } from 'vitest'

import type { Block } from '#lib/story/document/nodes'

import { blocksToTake } from './take-text'

const block = (id: string, text = id): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

test('what differs takes its place, what is missing comes behind its neighbour, what is the same stays', () => {
  const story = [block('a'), block('theirs'), block('b'), block('c')]
  const mine = [block('new'), block('a'), block('b', 'b, changed'), block('after b'), block('c')]
  expect(blocksToTake(story, mine)).toEqual([
    { at: 0, replaces: false, block: block('new') },
    { at: 2, replaces: true, block: block('b', 'b, changed') },
    { at: 3, replaces: false, block: block('after b') },
  ])
})

test('of a text that shares no block with the story all of it comes, in order', () => {
  const mine = [block('x'), block('y')]
  expect(blocksToTake([], mine)).toEqual([
    { at: 0, replaces: false, block: block('x') },
    { at: 0, replaces: false, block: block('y') },
  ])
})
