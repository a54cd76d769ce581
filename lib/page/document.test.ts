import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'

import { bodySchema } from '#lib/story/document/schema'

import { findPageFault, pageExtensions } from './document'

const paragraph = { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'Words.' }] }
const body = (...content: unknown[]) => ({ type: 'doc', content })

test('a page holds what a story holds, less corrections and “Also read”', () => {
  const has = Object.keys(getSchema(pageExtensions).nodes)
  const not = Object.keys(bodySchema().nodes).filter((name) => !has.includes(name))
  expect(not.sort()).toEqual(['correction', 'relatedStory'])
})

test.each([
  [body(paragraph), undefined],
  [body(), undefined],
  [body(paragraph, paragraph), 'two blocks with one id'],
  [body({ type: 'relatedStory', attrs: { id: 'r', story: '', note: '' } }), 'relatedStory on a page'],
  [body({ type: 'correction', attrs: { id: 'c', kind: 'correction', at: '' } }), 'correction on a page'],
  [body({ ...paragraph, attrs: { id: 'p', onclick: 'x' } }), 'unknown attribute onclick of paragraph'],
  [body({ type: 'script' }), 'unknown node script'],
  ['<p>', 'no body'],
])('%j: %s', (document, fault) => expect(findPageFault(document)).toBe(fault))
