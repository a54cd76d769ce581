import { expect, test } from 'vitest'

import { someBlocks } from '#lib/testing/blocks'

import { findRepeats } from './repeats'

const long = (about: string) =>
  `The harbour board met on ${about} and, after three hours in which neither side moved, put off the vote until the ferry had run for a week.`

test('several passages are found one after the other, each with its place', () => {
  const [a, b, c, d] = ['Monday', 'Tuesday', 'Friday', 'Sunday'].map(long) as [string, string, string, string]
  const found = findRepeats(someBlocks(a, b, 'Between.', c, d, 'And then.', c, d, 'So.', a, b), {})
  expect(found.map(({ explanation }) => explanation)).toEqual([
    'Paragraphs 7 to 8 say again, word for word, what stands in 4 to 5.',
    'Paragraphs 10 to 11 say again, word for word, what stands in 1 to 2.',
  ])
  expect(found[1]?.also).toEqual(['p1', 'p2'])
})

test('one long paragraph is enough; one short line is not', () => {
  expect(findRepeats(someBlocks(long('Monday'), 'So.', long('Monday')), {})[0]?.explanation).toBe(
    'Paragraph 3 says again, word for word, what stands in 1.',
  )
  expect(findRepeats(someBlocks('Nobody spoke.', 'So.', 'Nobody spoke.'), {})).toEqual([])
})

test('two short lines said again may be meant, so they are doubtful', () => {
  const [refrain] = findRepeats(someBlocks('The boat is late.', 'We wait.', 'So.', 'The boat is late.', 'We wait.'), {})
  expect(refrain).toMatchObject({ certain: false, count: '2 blocks' })
})

test('marks and spaces do not count, words do', () => {
  const one = `“We wait,” she said. ${long('Monday')}`
  expect(findRepeats(someBlocks(one, one.replace(/[“”]/g, '"').replaceAll(' ', '\u00a0 ')), {})).toHaveLength(1)
  expect(findRepeats(someBlocks(one, one.replace('three', 'four')), {})).toEqual([])
})

test('a pull quote repeats nothing by saying what the text says', () => {
  const text = [{ type: 'text' as const, text: long('Monday') }]
  const pull = { type: 'pullQuote' as const, attrs: { id: 'u', speaker: '' }, content: text }
  expect(findRepeats(someBlocks(long('Monday'), pull, 'So.'), {})).toEqual([])
})

test('a line lifted to a related story is still the same line', () => {
  const lifted = { type: 'relatedStory' as const, attrs: { id: 'r', story: '', note: 'The boat is late' } }
  const found = findRepeats(
    someBlocks(long('Monday'), lifted, long('Friday'), long('Monday'), 'Also read: The boat is late', long('Friday')),
    {},
  )
  expect(found.map(({ count }) => count)).toEqual(['3 blocks'])
})
