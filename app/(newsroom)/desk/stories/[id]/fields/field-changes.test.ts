import { expect, test } from 'vitest'

import { plain } from '#lib/story/presentation'
import type { Fields } from '../props'
import { isTheirs, mergedIds, standsOf, untouched } from './field-changes'

const fields: Fields = {
  slug: 'ferry',
  sectionId: 'river',
  main: '',
  dateline: 'Harl',
  searchTitle: '',
  searchDescription: '',
  canonicalUrl: '',
  ...plain,
  related: [],
  original: [],
  commissionedWords: null,
  topics: [{ id: 'flooding', name: 'Flooding' }],
  people: [],
}
const stands = standsOf(fields)
const named = (...ids: string[]) => ids.map((id) => ({ id, name: id }))

test('a colleague’s values come onto the screen where nobody is writing', () => {
  const mine = { ...fields, slug: 'ferries' }
  const theirs = { ...stands, slug: 'boats', main: '', dateline: 'Skell', topics: ['flooding', 'tides'] }
  expect(untouched(mine, fields, theirs)).toEqual(['dateline', 'topics'])
  expect(untouched(fields, fields, stands)).toEqual([])
})

test('a field that a colleague wrote is theirs until one has chosen; the same words are nobody’s', () => {
  const theirs = { ...stands, slug: 'boats' }
  expect(isTheirs('slug', 'ferries', fields, theirs)).toBe(true)
  expect(isTheirs('slug', 'boats', fields, theirs)).toBe(false)
  expect(isTheirs('dateline', 'Skell', fields, theirs)).toBe(false)
  expect(isTheirs('topics', named('tides'), fields, { ...theirs, topics: ['surge'] })).toBe(true)
})

test('of lists, both people’s choices stand', () => {
  expect(mergedIds(named('a', 'b'), named('b', 'mine'), ['a', 'b', 'theirs'])).toEqual(['b', 'theirs', 'mine'])
  expect(mergedIds(named('a'), named('a', 'both'), ['a', 'both'])).toEqual(['a', 'both'])
})
