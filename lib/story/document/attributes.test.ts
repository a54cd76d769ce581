import { expect, test } from 'vitest'

import { attribute, fitting, longestLine } from './attributes'

test.each([
  ['x7f2', 'x7f2'],
  [null, null],
  ['article/2024:77', null],
  ['', null],
])('of foreign HTML the id %j is taken as %j', (given, taken) => expect(fitting(given, attribute.id, null)).toBe(taken))

test('of foreign HTML a line that is too long and a number without measure are not taken', () => {
  const line = 'x'.repeat(longestLine)
  expect(fitting(line, attribute.line, '')).toBe(line)
  expect(fitting(`${line}x`, attribute.line, '')).toBe('')
  expect(fitting(1_000_000, attribute.start, 1)).toBe(1_000_000)
  expect(fitting(1_000_001, attribute.start, 1)).toBe(1)
})
