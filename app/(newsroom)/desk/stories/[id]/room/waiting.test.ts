import { expect, test } from 'vitest'

import { plain } from '#lib/story/presentation'

import type { Fields, LiveProps } from '../props'
import { comparable, dotsOf, waitingOf } from './waiting'

const own = {
  slug: 'gates',
  sectionId: 'river',
  main: '',
  dateline: '',
  searchTitle: '',
  searchDescription: '',
  canonicalUrl: '',
  ...plain,
  related: [],
  original: [],
}
const desk = { commissionedWords: 600 }
const fields: Fields = { ...own, ...desk, topics: [{ id: 't', name: 'Tide' }], people: [{ id: 'n', name: 'Nadia' }] }
const text = { headline: 'Gates close', standfirst: '', body: { type: 'doc' as const, content: [] } }
const live: LiveProps = {
  path: '/river/gates',
  revision: 1,
  publishedAt: 0,
  updatedAt: 0,
  text,
  fields: comparable({ ...own, topics: ['t'], people: ['n'] }),
}

test('nothing waits before readers have anything', () => expect(waitingOf(null, text, fields).count).toBe(0))
test('nothing waits when all is the same', () => expect(waitingOf(live, text, fields).count).toBe(0))

test('how it presents itself waits: other stories are compared by their ids, whatever they are called by now', () => {
  const related = [{ id: 's2', name: 'Tide turns' }]
  const shown = { ...live, fields: comparable({ ...own, topics: ['t'], people: ['n'], related: ['s2'], original: '' }) }
  const wanted = { ...fields, related, kicker: 'Analysis', original: [{ id: 's3', name: 'Y llanw' }] }
  expect(waitingOf(shown, text, wanted).fields.map(({ label }) => label)).toEqual(['kicker', 'translation of'])
})

test('text and fields wait together', () => {
  const waiting = waitingOf(live, { ...text, headline: 'Gates shut' }, { ...fields, topics: [], sectionId: 'politics' })
  expect(waiting.count).toBe(3)
  expect(waiting.fields.map(({ label }) => label)).toEqual(['section', 'topics'])
})

test('dots stand under the words that are new', () =>
  expect(
    dotsOf([{ at: 'headline', place: 'headline', kind: 'changed', was: 'Gates close', is: 'Gates shut today' }]),
  ).toEqual([{ id: 'headline', className: 'waits-words', ranges: [{ from: 6, to: 16 }] }]))

test('where words only went, the whole block is marked', () =>
  expect(
    dotsOf([{ at: 'b', place: 'paragraph 1', kind: 'changed', was: 'Gates close now', is: 'Gates close' }]),
  ).toEqual([{ id: 'b', className: 'waits' }]))
