import { expect, test } from 'vitest'

import { matchingTopics, readSearch, searchPath } from './search-address'

test.each([
  [{}, '', 1],
  [{ q: '  hinge\n corrosion ' }, 'hinge corrosion', 1],
  [{ q: ['a', 'b'], page: ['3', '4'] }, 'a', 3],
  [{ q: 'x', page: '0' }, 'x', 1],
  [{ q: 'x', page: '-2' }, 'x', 1],
  [{ q: 'x', page: '9999' }, 'x', 50],
  [{ q: 'x', page: '1e3' }, 'x', 1],
  [{ q: '\u0000\ud800a' }, 'a', 1],
  [{ q: 'y'.repeat(500) }, 'y'.repeat(200), 1],
])('%j asks for %j, page %i', (query, words, page) => expect(readSearch(query)).toEqual({ words, page }))

test('a search’s address carries odd words, and no page when it is the first', () => {
  expect(searchPath('a&b="c"', 1)).toBe('/search?q=a%26b%3D%22c%22')
  expect(searchPath('a', 2)).toBe('/search?q=a&page=2')
})

test('topics match by the beginning of a word of three letters or more; the largest first', () => {
  const topics = ['Tidal barrier', 'Barley', 'County budget'].map((name, stories) => ({ name, stories }))
  expect(matchingTopics(topics, 'BAR of').map((topic) => topic.name)).toEqual(['Barley', 'Tidal barrier'])
  expect(matchingTopics(topics, 'co')).toEqual([])
})
