import { expect, test } from 'vitest'

import { type Container, nextEnd, type Placed, picturesIn, withoutEnded } from './content'

const slot = (story: string, change: Partial<Placed> = {}): Placed => ({
  story,
  headline: '',
  kicker: '',
  picture: '',
  until: '',
  ...change,
})
const noon = new Date('2026-05-14T12:00:00Z')
const front = (...slots: Container['slots']) => ({
  containers: [{ id: 'a', kind: 'splash', title: '', source: { of: 'newest' }, slots } satisfies Container],
})

test('a pin holds until its instant, then its slot is free; the others keep their places', () => {
  const pinned = front(slot('one', { until: noon.toISOString() }), slot('two'))
  expect(withoutEnded(pinned, new Date(noon.getTime() - 1))).toEqual(pinned)
  expect(withoutEnded(pinned, noon).containers[0]?.slots).toEqual([null, slot('two')])
})

test('the first end of all pins is told, and nothing where none ends', () => {
  const later = new Date(noon.getTime() + 1000).toISOString()
  expect(nextEnd(front(slot('a', { until: later }), slot('b', { until: noon.toISOString() }), null))).toEqual(noon)
  expect(nextEnd(front(slot('a'), null))).toBeUndefined()
})

test('its own pictures are told once each, not the stories’ and not “none”', () =>
  expect(
    picturesIn(
      front(slot('a', { picture: 'm1' }), slot('b', { picture: 'none' }), slot('c', { picture: 'm1' }), slot('d')),
    ),
  ).toEqual(['m1']))
