import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { toneOf, tones } from './tone'

test.each(Object.entries(tones))('the colour of %s is nearest itself', (name, colour) =>
  expect(toneOf(colour)).toBe(name),
)

test.each([
  ['a night', '#0a0f1a', 't0'],
  ['a sky', '#86a6c0', 't5'],
  ['a meadow', '#4a6a3a', 't6'],
  ['sand', '#b89058', 't7'],
  ['snow', '#f4f5f4', 't3'],
])('%s is shown as such', (_, colour, tone) => expect(toneOf(colour)).toBe(tone))

test('a picture whose colour is not known has a light grey', () =>
  expect(['', 'red', '#12'].map(toneOf)).toEqual(['t3', 't3', 't3']))

test('the stylesheet has the same colours', () => {
  const css = readFileSync(join(import.meta.dirname, 'view/styles/pictures.css'), 'utf8')
  const there = [...css.matchAll(/\.(t\w) \{\s+background: (#\w+);/g)].map(([, name, colour]) => [name, colour])
  expect(there).toEqual(Object.entries(tones))
})
