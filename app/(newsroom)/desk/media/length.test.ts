import { expect, test } from 'vitest'

import { lengthOf, weightOf } from './length'

test('a length is told in minutes, and in hours once it has some', () => {
  expect([0, 42, 725, 3600, 3725].map(lengthOf)).toEqual(['0:00', '0:42', '12:05', '1:00:00', '1:02:05'])
})

test('a weight is told in the unit that one would say', () => {
  expect([12, 840_000, 8_240_000, 82_400_000, 1_400_000_000].map(weightOf)).toEqual([
    '1 kB',
    '840 kB',
    '8.2 MB',
    '82 MB',
    '1.4 GB',
  ])
})
