import { expect, test } from 'vitest'

import { container, front, slot } from '#lib/testing/fronts'

import { addContainer, freeIn, moveContainer, moveSlot, placeStory, removeContainer, setSlot, spotOf } from './moves'

const [a, b] = [slot('a', { headline: 'A' }), slot('b')]
const page = front(container('one', [a]), container('two', [null, b]))

test('a story stands on a front once: placed elsewhere it takes what is said of it along', () => {
  const moved = placeStory(page, 'a', { container: 'two', place: 0 })
  expect(moved).toEqual(front(container('one'), container('two', [a, b])))
  expect(placeStory(page, 'c', { container: 'one', place: 0 }).containers[0]?.slots).toEqual([slot('c')])
  expect(spotOf(moved, 'a')).toEqual({ container: 'two', place: 0 })
})

test('two slots change places, an empty one too; empty ones at the end are no slots', () => {
  const swapped = moveSlot(page, { container: 'one', place: 0 }, { container: 'two', place: 1 })
  expect(swapped).toEqual(front(container('one', [b]), container('two', [null, a])))
  expect(setSlot(page, { container: 'two', place: 1 }, null).containers[1]?.slots).toEqual([])
  expect(moveSlot(page, { container: 'one', place: 0 }, { container: 'one', place: 3 }).containers[0]?.slots).toEqual([
    ...[null, null, null, a],
  ])
})

test('containers are moved within the front, added and taken away', () => {
  const ids = (one: typeof page) => one.containers.map(({ id }) => id).join(' ')
  expect(ids(moveContainer(page, 'one', 1))).toBe('two one')
  expect(ids(moveContainer(page, 'one', -3))).toBe('one two')
  expect(ids(moveContainer(page, 'one', 9))).toBe('two one')
  expect(ids(addContainer(page, container('new'), 1))).toBe('one new two')
  expect(ids(removeContainer(page, 'one'))).toBe('two')
})

test('the first free slot is offered, in a full container the last', () => {
  expect(freeIn(container('two', [null, b]))).toBe(0)
  expect(freeIn(container('lead', [a, b, a, b], { kind: 'lead' }))).toBe(3)
})
