import { expect, test } from 'vitest'

import { aShown } from '#lib/testing/shown'

import { cutOf, fileOf, fileUpTo, srcSetOf } from './cut'

test('of a shape the largest part is shown, about what must be seen', () => {
  const cut = cutOf(aShown({ focus: { x: 0.5, y: 0.9 } }), '16:9')
  expect([cut.width, cut.height]).toEqual([1500, 844])
  expect(cut.crop).toEqual({ x: 0, y: 0.1563, width: 1, height: 0.8437 })
})

test('what was cut for a use is all that is shown there, in any shape', () => {
  const own = { crop: '0.2,0.2,0.4,0.4' }
  expect(cutOf(aShown({}, own), 'whole')).toMatchObject({ width: 600, height: 400 })
  expect(cutOf(aShown({}, own), '1:1')).toMatchObject({ width: 400, height: 400 })
})

test('files are offered up to a width, the last as wide as the picture', () => {
  const cut = cutOf(aShown({ width: 700, height: 500 }), 'whole')
  expect(srcSetOf(cut, 'webp', 1920)).toBe(
    [
      '/media/gate/0123456789ab-0/320.webp 320w',
      '/media/gate/0123456789ab-0/480.webp 480w',
      '/media/gate/0123456789ab-0/640.webp 640w',
      '/media/gate/0123456789ab-0/960.webp 700w',
    ].join(', '),
  )
  expect(srcSetOf(cut, 'webp', 480).split(', ')).toHaveLength(2)
})

test('a picture smaller than the smallest width is still offered', () => {
  const cut = cutOf(aShown({ width: 100, height: 50 }), 'whole')
  expect(srcSetOf(cut, 'avif', 480)).toBe('/media/gate/0123456789ab-0/320.avif 100w')
  expect(fileUpTo(cut, 960)).toEqual({ name: 320, width: 100, height: 50 })
})

test('one file of it has the sides that it is shown with', () =>
  expect(fileUpTo(cutOf(aShown(), 'whole'), 960)).toEqual({ name: 960, width: 960, height: 640 }))

test('a private link has its files under its own address', () =>
  expect(fileOf(cutOf(aShown(), 'whole'), 640, 'jpeg', '/preview/t/media')).toBe(
    '/preview/t/media/gate/0123456789ab-0/640.jpeg',
  ))
