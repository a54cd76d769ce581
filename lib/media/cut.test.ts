import { expect, test } from 'vitest'

import { ensureCrops } from './cut'
import { CutFields } from './cut-fields'
import { cropOf } from './store/crop'

const size = { width: 2560, height: 1440 }

test('a crop lies in its picture, has its shape, and may be seen', () => {
  const good = cropOf(size, '1:1', { x: 0.3, y: 0.5 })
  expect(() => ensureCrops(size, { '1:1': good, '4:5': cropOf(size, '4:5', { x: 1, y: 1 }) })).not.toThrow()
  for (const bad of [
    { ...good, x: 0.9 },
    { ...good, width: good.width * 0.9 },
    { x: 0, y: 0, width: 0.0225, height: 0.04 },
  ])
    expect(() => ensureCrops(size, { '1:1': bad })).toThrow('The crop of 1:1 does not fit this picture.')
})

test('what comes from a form is a place in the picture and crops of the shapes that there are', () => {
  expect(CutFields.safeParse({ focus: { x: 0.5, y: 1 }, crops: {} }).success).toBe(true)
  for (const bad of [
    { focus: { x: 1.1, y: 0 } },
    { focus: { x: Number.NaN, y: 0 } },
    { crops: { '3:2': { x: 0, y: 0, width: 1, height: 1 } } },
    { crops: { '1:1': { x: 0, y: 0, width: 1 } } },
  ])
    expect(CutFields.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
})
