import fc from 'fast-check'
import { expect, test } from 'vitest'

import { ensureCrops } from '#lib/media/cut'
import { cropOf, type Shape, shapes } from '#lib/media/store/crop'

import { moveCrop, sizeCrop } from './crop-moves'

const size = { width: 2560, height: 1440 }

test('a crop is moved as far as the picture goes', () => {
  const crop = { x: 0.2, y: 0.1, width: 0.5, height: 0.8 }
  expect(moveCrop(crop, 0.1, -0.05)).toEqual({ ...crop, x: 0.3, y: 0.05 })
  expect(moveCrop(crop, 1, 1)).toMatchObject({ x: 0.5, y: 0.2 })
  expect(moveCrop(crop, -1, -1)).toMatchObject({ x: 0, y: 0 })
})

test('whatever one does to a crop, it is one that the library takes', () => {
  const steps = fc.array(
    fc.record({ across: share(), down: share(), factor: fc.double({ min: 0.2, max: 3, noNaN: true }) }),
  )
  const sides = fc.record({ width: fc.integer({ min: 200, max: 2560 }), height: fc.integer({ min: 200, max: 2560 }) })
  const names = fc.constantFrom(...(Object.keys(shapes) as Shape[]))
  fc.assert(
    fc.property(sides, names, steps, (size, shape, all) => {
      let crop = cropOf(size, shape, { x: 0.5, y: 0.5 })
      for (const { across, down, factor } of all) {
        crop = sizeCrop(moveCrop(crop, across, down), factor, size, shape)
        ensureCrops(size, { [shape]: crop })
      }
    }),
  )
})

test('a crop grows and shrinks about its middle', () => {
  const half = sizeCrop(cropOf(size, '1:1', { x: 0.5, y: 0.5 }), 0.5, size, '1:1')
  expect(half).toMatchObject({ y: 0.25, height: 0.5 })
  const { y, height } = sizeCrop(half, 2, size, '1:1')
  expect(y).toBeCloseTo(0, 3)
  expect(height).toBeCloseTo(1, 3)
})

const share = () => fc.double({ min: -1, max: 1, noNaN: true })
