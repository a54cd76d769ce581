import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { freeSlug, reservedSlugs, slugAhead, slugFault, slugFrom } from './slug'

test.each([
  ['Barrier deal signed: £318m, “in haste”', 'barrier-deal-signed-318m-in-haste'],
  ['Straße nach Łódź', 'strasse-nach-lodz'],
  ['McKay’s iPhone', 'mckays-iphone'],
  ['', ''],
  ['— …', ''],
  ['Search', 'search-1'],
])('%s becomes %s', (headline, slug) => expect(slugFrom(headline)).toBe(slug))

test('a long headline is cut at a word, at 80 characters exactly when a word ends there', () => {
  const word = 'a'.repeat(39)
  expect(slugFrom(`${word} ${word}b more`)).toBe(`${word}-${word}b`)
  expect(slugFrom(`${word} ${word}bc more`)).toBe(word)
  expect(slugFrom('a'.repeat(90))).toBe('a'.repeat(80))
})

test.each([
  ['gates-close', undefined],
  ['Gates', 'lower-case'],
  ['gates--close', 'single hyphens'],
  ['-gates', 'single hyphens'],
  ['', 'made of'],
  ['desk', 'address of the site'],
  ['a'.repeat(81), 'at most 80'],
])('a typed slug %j: %s', (slug, fault) => {
  if (fault) expect(slugFault(slug)).toContain(fault)
  else expect(slugFault(slug)).toBeUndefined()
})

test('a taken slug gets the first free number', () => {
  expect(freeSlug('gates', new Set())).toBe('gates')
  expect(freeSlug('gates', new Set(['gates', 'gates-2', 'gates-4']))).toBe('gates-3')
  const long = 'a'.repeat(80)
  expect(freeSlug(long, new Set([long]))).toBe(`${'a'.repeat(78)}-2`)
})

test.each([
  ['Gates close', '', 'gates-close'],
  ['Gates close', 'gates-close', 'gates-close'],
  ['Gates close', 'gates-close-12', 'gates-close-12'],
  ['Gates close', 'gates-close-again', 'gates-close'],
  ['Gates open', 'gates-close-2', 'gates-open'],
  ['', 'gates-close', ''],
])('of %j, when the server last gave %j, the slug will be %j', (headline, given, slug) =>
  expect(slugAhead(headline, given)).toBe(slug),
)

test('what stands at the site’s root is no story’s and no section’s: a new folder of pages reserves its name', () => {
  const app = join(import.meta.dirname, '../../app')
  const folders = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => (name.startsWith('(') ? folders(join(at, name)) : [name]))
  const names = folders(app).filter((name) => /^[a-z0-9-]+$/.test(name))
  expect(names).toContain('corrections')
  expect(names.filter((name) => !reservedSlugs.has(name))).toEqual([])
  expect(names.filter((name) => slugFault(name) === undefined || slugFrom(name) === name)).toEqual([])
})
