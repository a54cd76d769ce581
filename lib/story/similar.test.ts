import { expect, test } from 'vitest'

import { alike, likeness } from './similar'

const words = (text: string) => text.split(' ')

test.each([
  ['gates close at five', 'gates close at five', 1],
  ['gates close at five', 'five gates close at', 1],
  ['gates close', 'ferry crews vote', 0],
  ['gates close', 'gates open', 0.5],
])('%s ~ %s: %d', (a, b, expected) => expect(likeness(words(a), words(b))).toBe(expected))

test('a headline with one word more is alike, one that shares half its words is not', () => {
  expect(likeness(words('ferry crews turn down offer'), words('ferry crews turn down pay offer'))).toBeGreaterThan(
    alike,
  )
  expect(likeness(words('ferry crews turn down offer'), words('ferry crews vote on strike'))).toBeLessThan(alike)
})

test('nothing is alike to nothing', () => expect(likeness([], [])).toBe(0))
