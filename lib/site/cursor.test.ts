import { expect, test } from 'vitest'

import { parseCursor, toCursor } from './cursor'

test('a cursor says the same when it comes back', () => {
  const publishedAt = new Date('2026-05-14T07:31:00.123Z')
  expect(parseCursor(toCursor({ publishedAt, place: 41 }))).toEqual({ at: publishedAt, place: 41 })
})

test.each([undefined, '', 'x', '1-', '-1', '1-2-3', 'zzzzzzzzz-1', "1'-2", 'mp3x1k-16 '])('%j is no cursor', (text) =>
  expect(parseCursor(text)).toBeUndefined(),
)
