import { expect, test } from 'vitest'

import type { Actor } from '#lib/auth/actor'

import { movesOf, nextMove, type Placed, stepAfter } from './workflow'

const story: Placed = {
  sectionId: 'politics',
  createdBy: 'nadia',
  assignedTo: null,
  bylines: [],
  step: 'draft',
  spikedAt: null,
}
const person = (id: string, role: Actor['role'], sections: Actor['sections'] = ['politics']): Actor => ({
  id,
  name: id,
  role,
  sections,
  sessionId: 's',
})
const nadia = person('nadia', 'writer')
const sal = person('sal', 'editor')

test.each([
  [nadia, 'draft', ['handIn']],
  [nadia, 'review', []],
  [sal, 'draft', ['handIn', 'markReady']],
  [sal, 'review', ['sendBack', 'markReady']],
  [sal, 'ready', ['sendBack']],
  [person('tom', 'writer'), 'draft', []],
  [person('else', 'editor', ['sport']), 'review', []],
] as const)('%o may move a story in %s by %j', (actor, step, moves) =>
  expect(movesOf(actor, { ...story, step })).toEqual(moves),
)

test.each([
  [nadia, 'draft', 'handIn'],
  [nadia, 'review', undefined],
  [sal, 'draft', 'handIn'],
  [sal, 'review', 'markReady'],
  [sal, 'ready', undefined],
] as const)('%o takes a story in %s on by %s', (actor, step, move) =>
  expect(nextMove(actor, { ...story, step })).toBe(move),
)

test('handing in leads to review, sending back to draft, marking to ready', () => {
  expect(stepAfter(nadia, 'handIn', story)).toBe('review')
  expect(stepAfter(sal, 'sendBack', { ...story, step: 'review' })).toBe('draft')
  expect(stepAfter(sal, 'markReady', { ...story, step: 'review' })).toBe('ready')
})

test('a writer does not judge her own story, and a stranger does not learn of it', () => {
  expect(() => stepAfter(nadia, 'markReady', story)).toThrow(expect.objectContaining({ reason: 'forbidden' }))
  expect(() => stepAfter(person('else', 'writer', ['sport']), 'handIn', story)).toThrow(
    expect.objectContaining({ reason: 'not-found' }),
  )
})

test('an editor of any section judges a story that has none, a writer of it does not', () => {
  const homeless = { ...story, sectionId: null, step: 'review' as const }
  expect(stepAfter(person('else', 'editor', ['sport']), 'sendBack', homeless)).toBe('draft')
  expect(() => stepAfter(nadia, 'sendBack', homeless)).toThrow(expect.objectContaining({ reason: 'forbidden' }))
})

test('a story in review is not handed in twice, a spiked one not at all', () => {
  expect(() => stepAfter(nadia, 'handIn', { ...story, step: 'review' })).toThrow('already in review')
  expect(() => stepAfter(nadia, 'handIn', { ...story, spikedAt: new Date(0) })).toThrow('spiked')
  expect(movesOf(sal, { ...story, spikedAt: new Date(0) })).toEqual([])
})
