import fc from 'fast-check'
import { expect, test } from 'vitest'

import { ensureCrops } from '#lib/media/cut'
import { cropOf, ratioIn, type Shape, shapes } from '#lib/media/store/crop'
import { cropText, isCropText } from '#lib/story/document/crop-text'

import { type Corner, corners, moveCorner, moveCrop, settle, sizeCrop, whole } from './moves'

const part = { x: 0.2, y: 0.3, width: 0.4, height: 0.5 }
const middle = { x: 0.5, y: 0.5 }

test('a part is moved as it is, and stays in the picture', () => {
  expect(settle(moveCrop(part, 0.1, -0.1))).toEqual({ ...part, x: 0.3, y: 0.2 })
  expect(moveCrop(part, 9, 9)).toEqual({ ...part, x: 0.6, y: 0.5 })
  expect(moveCrop(part, -9, -9)).toEqual({ ...part, x: 0, y: 0 })
  expect(moveCrop(whole, 0.5, -0.5)).toEqual(whole)
})

test('a corner takes its two edges along and leaves the others', () => {
  expect(settle(moveCorner(part, 'top left', -0.1, 0.1))).toEqual({ x: 0.1, y: 0.4, width: 0.5, height: 0.4 })
  expect(settle(moveCorner(part, 'bottom right', 0.1, -0.1))).toEqual({ ...part, width: 0.5, height: 0.4 })
})

test('in a shape both edges go together, and the corner across stays', () => {
  const half = { x: 0.5, y: 0.5, width: 0.25, height: 0.25 }
  expect(moveCorner(half, 'top left', -0.125, 0, 1)).toEqual({ x: 0.375, y: 0.375, width: 0.375, height: 0.375 })
  expect(moveCorner(half, 'bottom right', 0.125, 0.1, 1)).toEqual({ ...half, width: 0.375, height: 0.375 })
  expect(moveCorner(half, 'top right', 9, 0, 1)).toEqual({ x: 0.5, y: 0.25, width: 0.5, height: 0.5 })
})

test.each(corners)('the %s corner stops at the edge, and before the part is nothing', (corner: Corner) => {
  for (const by of [-3, 3]) {
    const { x, y, width, height } = moveCorner(part, corner, by, by)
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(0.05 - 1e-9)
  }
})

test('a part grows and shrinks about its middle, in its own proportions or in its shape', () => {
  expect(settle(sizeCrop(part, 0.5))).toEqual({ x: 0.3, y: 0.425, width: 0.2, height: 0.25 })
  expect(settle(sizeCrop(part, 9))).toEqual({ x: 0, y: 0, width: 0.8, height: 1 })
  const size = { width: 2560, height: 1440 }
  const [square, ratio] = [cropOf(size, '1:1', middle), ratioIn(size, '1:1')]
  const half = sizeCrop(square, 0.5, ratio)
  expect(settle(half)).toMatchObject({ y: 0.25, height: 0.5 })
  expect(settle(sizeCrop(half, 9, ratio))).toEqual(square)
})

test('whatever one does to a crop, it is one that is taken: of a shape by the library, of none by a story', () => {
  const share = fc.double({ min: -1, max: 1, noNaN: true })
  const step = fc.record({
    across: share,
    down: share,
    corner: fc.constantFrom(undefined, ...corners),
    factor: fc.double({ min: 0.2, max: 3, noNaN: true }),
  })
  const side = fc.integer({ min: 200, max: 2560 })
  const names = fc.constantFrom(undefined, ...(Object.keys(shapes) as Shape[]))
  fc.assert(
    fc.property(fc.record({ width: side, height: side }), names, fc.array(step), (size, shape, steps) => {
      const ratio = shape && ratioIn(size, shape)
      let crop = shape ? cropOf(size, shape, middle) : whole
      for (const { across, down, corner, factor } of steps) {
        crop = corner ? moveCorner(crop, corner, across, down, ratio) : moveCrop(crop, across, down)
        // What was kept is gone on with, too.
        crop = settle(sizeCrop(crop, factor, ratio))
        if (shape) ensureCrops(size, { [shape]: crop })
        else expect(cropText(crop)).toSatisfy(isCropText)
      }
    }),
  )
})
