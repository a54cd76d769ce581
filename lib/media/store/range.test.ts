import { expect, test } from 'vitest'

import { readRange, resolveRange } from './range'

test('a range is read as browsers ask for it; what else stands there asks for the whole file', () => {
  expect(readRange('bytes=0-')).toEqual({ from: 0 })
  expect(readRange('bytes=5-9')).toEqual({ from: 5, to: 9 })
  expect(readRange('bytes=-10')).toEqual({ last: 10 })
  for (const other of [null, '', 'bytes=-', 'bytes=9-5', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=a-b'])
    expect(readRange(other), String(other)).toBeUndefined()
})

test('of a range that goes over the end stands what is there, of one behind it nothing', () => {
  expect(resolveRange({ from: 5, to: 99 }, 10)).toEqual({ from: 5, to: 9 })
  expect(resolveRange({ last: 99 }, 10)).toEqual({ from: 0, to: 9 })
  expect(resolveRange({ from: 10 }, 10)).toBeUndefined()
  expect(resolveRange({ last: 0 }, 10)).toBeUndefined()
})
