import { expect, test } from 'vitest'

import { characterOf, codeOf, findCharacters, groups } from './characters'

const all = groups.flatMap(({ characters }) => characters)
const signs = (query: string) => findCharacters(query).map(({ sign }) => sign)

test('every sign is one sign, has a name, and stands in the list once', () => {
  for (const { sign, name } of all) {
    expect([...sign], name).toHaveLength(1)
    expect(name).toMatch(/^\S.*\S$/)
  }
  expect(new Set(all.map(({ sign }) => sign)).size).toBe(all.length)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

test('what cannot be seen is shown by something that can', () => {
  for (const { sign, shown } of all) if (/^[\p{Z}\p{Cf}\u2011]$/u.test(sign)) expect(shown).toBeTruthy()
})

test.each([
  ['em dash', '—'],
  ['dash', '–'],
  ['narrow', '\u202f'],
  ['non-breaking', '\u00a0'],
  ['1/2', '½'],
  ['e acute', 'é'],
  ['umlaut u', 'ü'],
  ['€', '€'],
  ['U+00DF', 'ß'],
  ['right arr', '→'],
])('%s finds %s first', (query, sign) => expect(signs(query)[0]).toBe(sign))

test('nothing is called so; no words are no search', () => {
  expect(signs('ferry')).toEqual([])
  expect(signs(' ')).toEqual([])
})

test('a sign is told by its code', () => {
  expect(codeOf('—')).toBe('U+2014')
  expect(characterOf('—')?.name).toBe('Em dash')
})
