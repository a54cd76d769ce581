import { expect, test } from 'vitest'

import { mainText } from '#lib/story/main-text'
import { plain } from '#lib/story/presentation'
import { aDocument } from '#lib/testing/stories'

import type { ReadersFields } from '../props'
import { workingVersion } from './versions'

const choices = { sections: [], people: [] }
const fields: ReadersFields = {
  ...{ slug: 'gates', sectionId: null, main: '', dateline: '', searchTitle: '', searchDescription: '' },
  ...{ canonicalUrl: '', topics: [], people: [], ...plain, related: [], original: [] },
}
const shown = (main: string, known = new Map([['m1', { name: 'gate-four' }]])) =>
  workingVersion(aDocument('Gates'), { ...fields, main }, choices, known).fields.main.shown

test('a main picture is told by its name and what it says of its own here', () => {
  const main = { media: 'm1', alt: '', caption: 'At five', credit: '', crop: '0.1,0,0.5,1' }
  expect(shown(mainText(main))).toBe('gate-four. Caption: At five. Shown: 50% of its width, 100% of its height')
  expect(shown(mainText({ ...main, media: 'm2', caption: '', crop: '' }))).toBe('no longer there')
  expect(shown('')).toBe('')
})
