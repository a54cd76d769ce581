import { expect, test } from 'vitest'

import { someBlocks } from '#lib/testing/blocks'

import { findTail } from './tail'

const text = 'The board put off the vote until the ferry had run for a week, and said so on a note.'
const tail = (...lines: string[]) => findTail(someBlocks(text, ...lines), {})[0]

test.each([
  'You may also like',
  'YOU MIGHT ALSO LIKE:',
  'More from Great Skell',
  'Related stories',
  'Recommended for you',
  'Trending now',
  'Most read',
  'Das könnte Sie auch interessieren',
])('“%s” and the headlines after it', (heading) => {
  expect(tail(heading, 'Seals return to the slip', 'Cheese wins a prize at last..')).toMatchObject({
    certain: true,
    count: '3 lines',
    blocks: ['p2', 'p3', 'p4'],
  })
})

test('lines that ask for a click need no heading', () => {
  expect(tail('Share this article', 'Sign up to our morning newsletter', '© 2026 The Skell')?.count).toBe('3 lines')
})

test('a heading with text after it is doubtful, and with long text none', () => {
  expect(tail('Most read', 'Seals return', 'The board meets again.')?.certain).toBe(false)
  expect(tail('Recommended', `${text} ${text} ${text} ${text}`)).toBeUndefined()
})

test('a last paragraph is no tail', () => {
  expect(tail('Nobody said who would sit in the chair')).toBeUndefined()
  expect(tail('You may also like')).toBeUndefined()
})

test('goes to the tray', () => {
  expect(tail('Most read', 'Seals return')?.parts[0]?.edits).toEqual([{ remove: 'p2', was: 'Most read', tray: true }])
})
