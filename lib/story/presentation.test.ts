import { expect, test } from 'vitest'

import { fingerprint } from '#lib/publication/revisions'

import { fieldsFingerprint, liftContent, type StoryContent } from './content'
import { longest, plain, usedOf } from './presentation'
import { presentationFaults } from './presentation-faults'

const own = { slug: 'gates', sectionId: 'river', topics: ['barrier'], people: ['nadia'], dateline: 'Carrow Quay' }
const search = { searchTitle: '', searchDescription: '', canonicalUrl: '' }
const fields = { ...own, ...search, main: null, ...plain }

test('the fingerprint of a story that uses none of it is what it was before there was any', () => {
  const before = fingerprint(['gates', 'river', ['barrier'], ['nadia'], 'Carrow Quay', '', '', ''])
  expect(fieldsFingerprint(fields)).toBe(before)
})

test.each([
  { kicker: 'Analysis' },
  { layout: 'feature' },
  { sponsor: 'Harl Ferries' },
  { machine: 'text' },
  { related: ['s2'] },
  { language: 'cy' },
  { original: 's2' },
] as const)('%j makes another fingerprint', (given) => {
  const used = { ...fields, ...given } as typeof fields
  expect(usedOf(used)).toEqual(Object.entries(given))
  expect(fieldsFingerprint(used)).not.toBe(fieldsFingerprint(fields))
})

test('a revision from before there was any of it is lifted to a story that uses none', () => {
  const { kicker, layout, sponsor, machine, related, language, original, ...before } = fields
  const text = { headline: 'Gates', standfirst: '', body: { type: 'doc' as const, content: [] } }
  expect(liftContent({ ...text, ...before } as never as StoryContent, 1)).toMatchObject(plain)
})

test.each([
  [{ kicker: 'x'.repeat(61) }, 'kicker'],
  [{ kicker: 'two\nlines' }, 'kicker'],
  [{ sponsor: '😀'.repeat(81) }, 'sponsor'],
  [{ sponsor: 'Harl\u0000' }, 'sponsor'],
  [{ related: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, 'related'],
  [{ related: ['a', 'a'] }, 'related'],
  [{ related: ['own'] }, 'related'],
  [{ language: 'welsh please' }, 'language'],
  [{ language: 'pt-br' }, 'language'],
  [{ original: 'own' }, 'original'],
])('%j is refused by its field', (wanted, field) => {
  expect(presentationFaults('own', wanted)).toEqual({ [field]: expect.any(String) })
})

test('as much as there is room for is taken', () => {
  const wanted = { kicker: 'é'.repeat(longest.kicker), sponsor: '😀'.repeat(longest.sponsor), language: 'pt-BR' }
  expect(presentationFaults('own', { ...wanted, related: ['a', 'b', 'c', 'd', 'e', 'f'], original: 'a' })).toEqual({})
})
