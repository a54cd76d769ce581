import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Crop, cropOf, type Shape, shapes } from './crop'

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const side = fc.integer({ min: 40, max: 2560 })
const sizes = fc.record({ width: side, height: side })
const points = fc.record({ x: fraction, y: fraction })
const names = fc.constantFrom(...(Object.keys(shapes) as Shape[]))
const parts: fc.Arbitrary<Crop> = fc
  .record({
    x: fc.nat(5000),
    y: fc.nat(5000),
    width: fc.integer({ min: 2500, max: 5000 }),
    height: fc.integer({ min: 2500, max: 5000 }),
  })
  .map(({ x, y, width, height }) => ({ x: x / 10_000, y: y / 10_000, width: width / 10_000, height: height / 10_000 }))

/** Four digits each, so a sum may be off by as much as a float is. */
const tiny = 1e-9
const holds = (outer: Crop, inner: Crop) =>
  inner.x >= outer.x - tiny &&
  inner.y >= outer.y - tiny &&
  inner.x + inner.width <= outer.x + outer.width + tiny &&
  inner.y + inner.height <= outer.y + outer.height + tiny

test('a crop lies in its picture, has its shape to a pixel, and holds the focal point', () => {
  fc.assert(
    fc.property(sizes, names, points, (size, shape, focal) => {
      const crop = cropOf(size, shape, focal)
      expect(holds({ x: 0, y: 0, width: 1, height: 1 }, crop)).toBe(true)
      const [width, height] = [crop.width * size.width, crop.height * size.height]
      expect(Math.min(Math.abs(width - height * shapes[shape]), Math.abs(height - width / shapes[shape]))).toBeLessThan(
        1,
      )
      // Rounding moves an edge by half a step at most.
      expect(focal.x).toBeGreaterThan(crop.x - 0.0002)
      expect(focal.x).toBeLessThan(crop.x + crop.width + 0.0002)
      expect(focal.y).toBeGreaterThan(crop.y - 0.0002)
      expect(focal.y).toBeLessThan(crop.y + crop.height + 0.0002)
    }),
  )
})

test('it is as large as can be: it reaches the picture’s edges one way or the other', () => {
  fc.assert(
    fc.property(sizes, names, points, (size, shape, focal) => {
      const { width, height } = cropOf(size, shape, focal)
      expect(Math.max(width, height)).toBeGreaterThan(0.9998)
    }),
  )
})

test('the focal point is in the middle where the edges allow', () => {
  expect(cropOf({ width: 1600, height: 800 }, '1:1', { x: 0.5, y: 0.9 })).toEqual({
    x: 0.25,
    y: 0,
    width: 0.5,
    height: 1,
  })
  expect(cropOf({ width: 1600, height: 800 }, '1:1', { x: 0.1, y: 0.5 })).toEqual({ x: 0, y: 0, width: 0.5, height: 1 })
  expect(cropOf({ width: 1600, height: 800 }, '1:1', { x: 0.95, y: 0.5 })).toMatchObject({ x: 0.5 })
  expect(cropOf({ width: 800, height: 1000 }, '16:9', { x: 0.5, y: 0.3 })).toMatchObject({ y: 0.075, height: 0.45 })
})

test('a crop of somebody’s own is kept to, about the focal point or its own middle', () => {
  fc.assert(
    fc.property(sizes, names, points, parts, (size, shape, focal, own) => {
      expect(holds(own, cropOf(size, shape, focal, own))).toBe(true)
    }),
  )
  const own = { x: 0.5, y: 0, width: 0.5, height: 1 }
  expect(cropOf({ width: 2000, height: 500 }, '1:1', { x: 0.1, y: 0.5 }, own)).toEqual({
    x: 0.625,
    y: 0,
    width: 0.25,
    height: 1,
  })
  expect(cropOf({ width: 2000, height: 500 }, '1:1', { x: 0.6, y: 0.5 }, own)).toMatchObject({ x: 0.5 })
})
