import fc from 'fast-check'
import { expect, test } from 'vitest'

import { filePath, formats, readAddress, widths, widthsOf } from './address'

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

test('a picture is offered in the widths that it has, and in one that holds all of it', () => {
  expect(widthsOf(300)).toEqual([320])
  expect(widthsOf(640)).toEqual([320, 480, 640])
  expect(widthsOf(700)).toEqual([320, 480, 640, 960])
  expect(widthsOf(2560)).toEqual([...widths])
})
