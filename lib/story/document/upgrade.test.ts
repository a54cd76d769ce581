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

test('of version 1 all stands in version 2 as it was', () => {
  const first = { ...everyDocument, schema: 1 }
  expect(upgrade(first, 2)).toEqual({ ...first, schema: 2 })
})

test('a newer one, and one without a step, are refused', () => {
  expect(() => upgrade({ ...everyDocument, schema: 3 })).toThrow('has schema 3')
  expect(() => upgrade({ ...everyDocument, schema: 0 })).toThrow('no step from schema 0')
})
