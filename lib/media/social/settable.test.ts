import { expect, test } from 'vitest'

import { faceOf, settable } from './settable'

test.each([
  ['Gates close at five', 'Gates close at five'],
  ['Flood 🌊, and a dam 👷🏽‍♀️ broke', 'Flood, and a dam broke'],
  ['Reuters © 2026: a → b', 'Reuters © 2026: a → b'],
  ['Přehrada, Дамба, φράγμα, سد, סכר', 'Přehrada, Дамба, φράγμα, سد, סכר'],
  ['水門が閉じる', ''],
  ['बाढ़', ''],
])('of “%s” the faces set “%s”', (text, set) => expect(settable(text)).toBe(set))

test('a text is of one face: the paper’s own where that has all its letters', () => {
  expect(['£318m for “new work” – café', 'Řeka', 'بوابات'].map(faceOf)).toEqual([
    'Stet Head',
    'Stet World',
    'Stet World',
  ])
})
