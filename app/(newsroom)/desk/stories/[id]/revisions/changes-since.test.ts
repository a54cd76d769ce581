import { expect, test } from 'vitest'

import { plain } from '#lib/story/presentation'
import { aDocument } from '#lib/testing/stories'

import { changesSince } from './changes-since'
import { workingVersion } from './versions'

const choices = { sections: [{ id: 'river', name: 'River', slug: 'river' }], people: [] }
const fields = {
  ...{ slug: 'gates', sectionId: 'river', topics: [], people: [], main: '', dateline: '' },
  ...{ searchTitle: '', searchDescription: '', canonicalUrl: '', ...plain, related: [], original: [] },
}
const was = workingVersion(aDocument('Gates', 'At five.', 'And now.'), fields, choices)
const since = (text: ReturnType<typeof aDocument>, more: Partial<typeof fields> = {}) =>
  changesSince(was, workingVersion(text, { ...fields, ...more }, choices))

test('what says the same has not changed since', () => {
  expect(since(aDocument('Gates', 'At five.', 'And now.'))).toBe('')
})

test('lines, blocks and fields that changed are named', () => {
  expect(since(aDocument('Gates shut', 'At six.', 'And now.'), { main: '', dateline: 'Carrow' })).toBe(
    'Headline; 1 block changed; dateline',
  )
  expect(since(aDocument('Gates', 'At five.', 'And now.'), { sectionId: '' })).toBe('Section')
})
