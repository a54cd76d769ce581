import { expect, test } from 'vitest'

import { clockIn, hourIn, isoDay, whenIn, whenZonedIn, zoneIn } from './time'

const london = 'Europe/London'
const now = new Date('2026-05-14T08:14:00Z')

test('the clock and the zone are the newsroom’s, summer and winter', () => {
  expect(`${clockIn(now, london)} ${zoneIn(now, london)}`).toBe('09:14 BST')
  expect(zoneIn(new Date('2026-01-14T08:14:00Z'), london)).toBe('GMT')
  expect(clockIn(new Date('2026-05-13T23:00:00Z'), london)).toBe('00:00')
})

test('a day is the newsroom’s day, not UTC’s', () =>
  expect(isoDay(new Date('2026-05-13T23:30:00Z'), london)).toBe('2026-05-14'))

test.each([
  ['2026-05-14T06:00:00Z', '07:00'],
  ['2026-05-13T21:00:00Z', 'yesterday 22:00'],
  ['2026-05-12T21:00:00Z', 'Tue 22:00'],
  ['2026-05-07T08:00:00Z', '7 May'],
  ['2025-05-07T08:00:00Z', '7 May 2025'],
])('%s is shown as %s', (at, shown) => expect(whenIn(new Date(at), london, now)).toBe(shown))

test.each([
  ['2026-05-14T07:00:00Z', '08:00 BST'],
  ['2026-05-08T07:00:00Z', 'Fri 08:00 BST'],
  ['2026-05-07T07:00:00Z', '7 May'],
])('%s with its zone is %s', (at, shown) => expect(whenZonedIn(new Date(at), london, now)).toBe(shown))

test.each([
  ['2026-05-14T17:00:00Z', '18:00 BST'],
  ['2026-05-15T05:00:00Z', 'tomorrow 06:00 BST'],
  ['2026-05-16T05:00:00Z', 'Saturday 16 May, 06:00 BST'],
  ['2027-01-16T06:00:00Z', 'Saturday 16 January 2027, 06:00 GMT'],
])('a plan for %s is for %s', (at, shown) => expect(hourIn(new Date(at), london, now)).toBe(shown))
