import { expect, test } from 'vitest'

import { longestRun } from './longest-run'

test('what stays is the longest rising run; what is missing is passed over', () => {
  expect(longestRun([])).toEqual([])
  expect(longestRun([undefined, undefined])).toEqual([])
  expect(longestRun([0, 1, 2])).toEqual([0, 1, 2])
  expect(longestRun([2, 0, 1])).toEqual([1, 2])
  expect(longestRun([0, undefined, 3, 1, 2])).toEqual([0, 3, 4])
})
