import { expect, test } from 'vitest'

import { chainHash, type Entry, findBreak } from './chain'

const key = Buffer.from('a key of the newsroom')

function chain(count: number) {
  let previous = ''
  return Array.from({ length: count }, (_, i) => {
    const entry: Entry = {
      seq: i + 1,
      at: 1000 + i,
      actorId: 'nadia',
      act: 'publish',
      subject: 'story:x',
      detail: '{}',
    }
    previous = chainHash(key, previous, entry)
    return { ...entry, hash: previous }
  })
}

test('an untouched chain holds', () => expect(findBreak(key, chain(5))).toBeUndefined())

test('an altered entry, one cut out and two swapped all show', () => {
  const altered = chain(5).map((entry) => (entry.seq === 3 ? { ...entry, actorId: 'tom' } : entry))
  expect(findBreak(key, altered)).toBe(3)
  expect(
    findBreak(
      key,
      chain(5).filter((entry) => entry.seq !== 2),
    ),
  ).toBe(2)
  const [a, b, ...rest] = chain(5)
  expect(findBreak(key, [b!, a!, ...rest])).toBe(1)
})

test('another key breaks it at the first entry', () => expect(findBreak(Buffer.from('other'), chain(2))).toBe(1))
