import { expect, test } from 'vitest'

import { headPlace, headShape } from './head'

const of = (width: number, height: number) => {
  const sides = { width, height }
  return [headShape(sides), headPlace(sides)]
}

test.each([
  ['a camera’s, across', 1800, 1200, 'whole', 'page'],
  ['a little less than that', 1800, 1240, 'whole', 'page'],
  ['16:9', 1920, 1080, 'whole', 'page'],
  ['a panorama', 1800, 600, 'whole', 'page'],
  ['a phone’s, across', 1600, 1200, 'whole', 'beyond'],
  ['5:4', 1500, 1200, 'whole', 'beyond'],
  ['a square', 1200, 1200, 'whole', 'column'],
  ['a camera’s, upright', 1200, 1800, 'whole', 'column'],
  ['one too small for more', 959, 640, 'whole', 'column'],
] as const)('at the head of a story %s is left as it is', (_, width, height, shape, place) =>
  expect(of(width, height)).toEqual([shape, place]),
)

test('a strip and what is higher than a screen are cut', () => {
  expect(headShape({ width: 1801, height: 600 })).toBe('16:9')
  expect(headShape({ width: 1080, height: 1920 })).toBe('4:5')
  expect(headShape({ width: 659, height: 1000 })).toBe('4:5')
})
