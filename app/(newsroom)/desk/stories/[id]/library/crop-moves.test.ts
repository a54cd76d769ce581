import { expect, test } from 'vitest'

import { type Corner, corners, moveCorner, moveCrop, whole } from './crop-moves'

const part = { x: 0.2, y: 0.3, width: 0.4, height: 0.5 }

test('a part is moved as it is, and stays in the picture', () => {
  expect(moveCrop(part, 0.1, -0.1)).toEqual({ ...part, x: expect.closeTo(0.3), y: expect.closeTo(0.2) })
  expect(moveCrop(part, 9, 9)).toEqual({ ...part, x: 0.6, y: 0.5 })
  expect(moveCrop(whole, 0.5, -0.5)).toEqual(whole)
})

test('a corner takes its two edges along and leaves the others', () => {
  expect(moveCorner(part, 'top left', -0.1, 0.1)).toEqual({
    x: expect.closeTo(0.1),
    y: expect.closeTo(0.4),
    width: expect.closeTo(0.5),
    height: expect.closeTo(0.4),
  })
  expect(moveCorner(part, 'bottom right', 0.1, -0.1)).toEqual({
    ...part,
    width: expect.closeTo(0.5),
    height: expect.closeTo(0.4),
  })
})

test.each(corners)('the %s corner stops at the edge, and before the part is nothing', (corner: Corner) => {
  for (const by of [-3, 3]) {
    const { x, y, width, height } = moveCorner(part, corner, by, by)
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(0.05 - 1e-9)
  }
})
