import { expect, test } from 'vitest'

import { takenWords, typeWords } from './told'

test.each([
  ['2026-11-12', '12 November 2026'],
  ['2026-01-02T03:04:05+01:00', '2 January 2026, 03:04'],
  ['2026-01-02T23:30:00-08:00', '2 January 2026, 23:30'],
  ['', ''],
])('when a picture was taken is told as its file says it: “%s”', (is, told) => expect(takenWords(is)).toBe(told))

test.each([
  ['image/jpeg', 'JPEG'],
  ['image/webp', 'WebP'],
  ['audio/mpeg', 'MP3'],
  ['video/mp4', 'MP4'],
  ['audio/wav', 'WAV'],
])('%s is told as %s', (type, told) => expect(typeWords(type)).toBe(told))
