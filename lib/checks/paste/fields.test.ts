import { expect, test } from 'vitest'

import { someBlocks } from '#lib/testing/blocks'

import { findMissing } from './fields'

const text = 'The board put off the vote until the ferry had run for a week, and said so.'
const missing = { headline: true, byline: true, date: true }

test('each empty field is told, with what the text offers', () => {
  const found = findMissing(
    someBlocks('Ferry talks resume', 'By Ruth Bexley and Sal Venn', 'Updated: May 14, 2026 09:14 BST', text),
    { missing },
  )
  expect(found.map(({ field, offer, certain }) => [field, offer, certain])).toEqual([
    ['headline', 'Ferry talks resume', false],
    ['byline', 'Ruth Bexley and Sal Venn', false],
    ['date', 'Updated: May 14, 2026 09:14 BST', false],
  ])
  expect(found[0]?.parts[0]?.edits).toEqual([{ remove: 'p1', was: 'Ferry talks resume' }])
  expect(found[1]?.parts[0]?.edits).toEqual([{ remove: 'p2', was: 'By Ruth Bexley and Sal Venn', tray: true }])
})

test('where the text offers nothing there is nothing to apply', () => {
  expect(
    findMissing(someBlocks(text, text), { missing }).map(({ act, parts, offer }) => [act, parts.length, offer]),
  ).toEqual(Array(3).fill(['', 0, undefined]))
})

test('a field that is filled, or left empty on purpose, is not told', () => {
  expect(
    findMissing(someBlocks(text), { missing: { headline: true, byline: true }, kept: new Set(['byline']) }),
  ).toMatchObject([{ field: 'headline' }])
})

test.each(['By night the harbour is dark', 'By the sea', 'By Monday'])('no byline: %s', (line) =>
  expect(findMissing(someBlocks(line, text), { missing: { byline: true } })[0]?.offer).toBeUndefined(),
)
