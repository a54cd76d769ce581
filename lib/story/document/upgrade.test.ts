import { expect, test } from 'vitest'

import { everyDocument } from '#lib/testing/document'

import { type Lifts, upgrade } from './upgrade'

const lifts: Lifts = {
  1: (document) => ({ ...document, headline: `${document.headline} two` }),
  2: (document) => ({ ...document, headline: `${document.headline} three` }),
}

test('a document of this version stays as it is', () => expect(upgrade(everyDocument)).toBe(everyDocument))

test('an older one is lifted a step at a time, and the old one is left alone', () => {
  expect(upgrade(everyDocument, 3, lifts)).toEqual({ ...everyDocument, schema: 3, headline: 'River rises two three' })
  expect(everyDocument.schema).toBe(1)
})

test('a newer one, and one without a step, are refused', () => {
  expect(() => upgrade({ ...everyDocument, schema: 2 })).toThrow('has schema 2')
  expect(() => upgrade({ ...everyDocument, schema: 0 })).toThrow('no step from schema 0')
})
