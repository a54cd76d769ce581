import { expect, test } from 'vitest'

import { galleryRows } from './gallery-rows'

test.each([
  [0, []],
  [1, [1]],
  [2, [2]],
  [3, [1, 2]],
  [4, [1, 3]],
  [5, [1, 2, 2]],
  [6, [1, 2, 3]],
  [8, [1, 2, 2, 3]],
])('of %i pictures the rows are %j', (count, rows) => expect(galleryRows(count)).toEqual(rows))

test.each(Array.from({ length: 40 }, (_, i) => i))('of %i pictures each has its place', (count) =>
  expect(galleryRows(count).reduce((sum, row) => sum + row, 0)).toBe(count),
)
