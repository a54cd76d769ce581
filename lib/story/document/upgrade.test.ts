import { expect, test } from 'vitest'

import { everyDocument } from '#lib/testing/document'

import { type Lifts, upgrade } from './upgrade'

const lifts: Lifts = {
  1: (document) => ({ ...document, headline: `${document.headline} two` }),
  2: (document) => ({ ...document, headline: `${document.headline} three` }),
}

test('a document of this version stays as it is', () => expect(upgrade(everyDocument)).toBe(everyDocument))

test('an older one is lifted a step at a time, and the old one is left alone', () => {
  const first = { ...everyDocument, schema: 1 }
  expect(upgrade(first, 3, lifts)).toEqual({ ...everyDocument, schema: 3, headline: 'River rises two three' })
  expect(first.schema).toBe(1)
})

test.each([1, 2, 3])('of version %i all stands in the next as it was', (schema) => {
  const before = { ...everyDocument, schema }
  expect(upgrade(before, schema + 1)).toEqual({ ...before, schema: schema + 1 })
})

test('a newer one, and one without a step, are refused', () => {
  expect(() => upgrade({ ...everyDocument, schema: 5 })).toThrow('has schema 5')
  expect(() => upgrade({ ...everyDocument, schema: 0 })).toThrow('no step from schema 0')
})
