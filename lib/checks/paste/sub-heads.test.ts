import { expect, test } from 'vitest'

import type { Block } from '#lib/story/document/nodes'
import { someBlocks } from '#lib/testing/blocks'

import { findSubHeads } from './sub-heads'

const text = 'The board put off the vote until the ferry had run for a week, and said so.'
const around = (line: string) => findSubHeads(someBlocks(text, line, text, text), {})

test.each([
  'What the crews want',
  'What happens next?',
  'Talks begin, but details remain vague',
  '7 per cent, or nothing',
])('%s', (line) => {
  expect(around(line)[0]?.parts[0]?.edits).toEqual([{ heading: 'p2', was: line, level: 2 }])
})

test.each([
  'Nobody spoke.',
  '“We wait”',
  '"No comment"',
  'Three things were said:',
  '• flour and yeast',
  '1. Flour',
  'By Ruth Bexley',
  '14 May 2026',
  'Also read: The boat is late',
  'Read more',
  'Photo: Ines Dunnock/The Skell',
  'www.example.org/skell',
  'and so it went on',
  'A line of more than fourteen words is no sub-head however much it may look like one to you',
])('not: %s', (line) => expect(around(line)).toEqual([]))

test('it stands between paragraphs: not first, not last, not before another', () => {
  expect(findSubHeads(someBlocks('On the island', text, text, text), {})).toEqual([])
  expect(findSubHeads(someBlocks(text, text, text, 'On the island'), {})).toEqual([])
  expect(findSubHeads(someBlocks(text, 'On the island', 'Shelves thin out', text), {})).toEqual([])
})

test('a related story or divider between does not count', () => {
  const aside: Block = { type: 'divider', attrs: { id: 'd' } }
  expect(findSubHeads(someBlocks(text, aside, 'On the island', text), {})).toHaveLength(1)
})

test('more than one in three is doubtful: an interview asks like that', () => {
  const [found] = findSubHeads(someBlocks(text, 'Who decides?', text, 'And when?', text), {})
  expect(found?.certain).toBe(false)
  expect(around('Who decides?')[0]?.certain).toBe(true)
})
