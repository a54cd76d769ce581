import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cropCode, filePath, formats, readAddress, viewsOf, widths, widthsOf } from './address'

test('what an address is made of is read from it again', () =>
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9a-f]{12}$/),
      fc.constantFrom(...widths),
      fc.constantFrom(...formats),
      (hash, width, format) => {
        const path = `6fz1k0a9m3xq/${filePath(hash, undefined, width, format)}`
        expect(readAddress(path)).toEqual({ id: '6fz1k0a9m3xq', hash, code: '0', width, format })
      },
    ),
  ))

test.each([
  'a/0123456789ab-0/641.avif',
  'a/0123456789ab-0/640.gif',
  'a/0123456789ab/640.avif',
  'a/0123456789AB-0/640.avif',
  '../0123456789ab-0/640.avif',
  'a/0123456789ab-0/640.avif/',
  'a/0123456789ab-0/1e3.avif',
])('%s is no address', (path) => expect(readAddress(path)).toBeUndefined())

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

test('a picture is offered in the widths that it has, and in one that holds all of it', () => {
  expect(widthsOf(300)).toEqual([320])
  expect(widthsOf(640)).toEqual([320, 480, 640])
  expect(widthsOf(700)).toEqual([320, 480, 640, 960])
  expect(widthsOf(2560)).toEqual([...widths])
})
