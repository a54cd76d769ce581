import { expect, test } from 'vitest'

import { placeOf, saveOf } from './save'

const facts = {
  open: true,
  lost: false,
  unsent: false,
  kept: 'kept' as const,
  readOnly: false,
  signedOut: false,
  refusal: undefined,
}

test('what is in the log is saved, connected or not', () => {
  expect(saveOf(facts)).toBe('saved')
  expect(saveOf({ ...facts, lost: true })).toBe('saved')
})

test('what is not in it is on its way, or on this device only', () => {
  expect(saveOf({ ...facts, unsent: true })).toBe('saving')
  expect(saveOf({ ...facts, unsent: true, lost: true })).toBe('device')
})

test('what is not even on this device yet is called neither; what never will be stands in its window only', () => {
  expect(saveOf({ ...facts, unsent: true, lost: true, kept: 'keeping' })).toBe('saving')
  expect(saveOf({ ...facts, unsent: true, lost: true, kept: 'broken' })).toBe('window')
  expect(saveOf({ ...facts, unsent: true, kept: 'broken' })).toBe('saving')
})

test('nothing is said of a text that is not there yet', () => {
  expect(saveOf({ ...facts, open: false, unsent: true })).toBe('opening')
  expect(saveOf({ ...facts, open: false, unsent: true, lost: true })).toBe('opening')
})

test('a refusal stands over an ended session, that over read only, that over all else', () => {
  const readOnly = { ...facts, unsent: true, lost: true, readOnly: true }
  expect(saveOf(readOnly)).toBe('read-only')
  expect(saveOf({ ...readOnly, signedOut: true })).toBe('signed-out')
  expect(saveOf({ ...readOnly, signedOut: true, refusal: 'No.' })).toBe('refused')
})

test('a text is called safe on this device only once all of it is there, and in its window only when it is nowhere else', () => {
  expect(placeOf({ unsent: true, kept: 'kept' })).toBe('device')
  expect(placeOf({ unsent: false, kept: 'kept' })).toBe('device')
  for (const kept of ['keeping', 'broken'] as const) {
    expect(placeOf({ unsent: true, kept })).toBe('window')
    expect(placeOf({ unsent: false, kept })).toBe('server')
  }
})
