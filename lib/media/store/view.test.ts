import { expect, test } from 'vitest'

import { cropCode } from './address'
import { viewsOf } from './view'

test('each part of a picture has a name of its own, and the whole one that all have', () => {
  const views = viewsOf({ size: { width: 2560, height: 1440 }, focus: { x: 0.2, y: 0.5 }, crops: {} })
  expect(views.map(({ shape }) => shape)).toEqual(['whole', '16:9', '4:3', '1:1', '4:5', '1.91:1'])
  expect(cropCode(views[0]!.crop)).toBe('0')
  expect(new Set(views.map(({ crop }) => cropCode(crop))).size).toBe(6)
})

test('a drawn crop stands for its shape; in a crop of its own, a use shows no more than that', () => {
  const drawn = { x: 0, y: 0, width: 0.5, height: 0.5 }
  const cutting = { size: { width: 1000, height: 1000 }, focus: { x: 0.9, y: 0.9 }, crops: { '1:1': drawn } }
  const own = { x: 0.5, y: 0, width: 0.5, height: 1 }
  const views = viewsOf(cutting, [own])
  expect(views.find(({ shape }) => shape === '1:1')!.crop).toEqual(drawn)
  for (const { crop } of views.slice(6)) {
    expect(crop!.x).toBeGreaterThanOrEqual(0.5)
    expect(crop!.x + crop!.width).toBeLessThanOrEqual(1)
  }
})
