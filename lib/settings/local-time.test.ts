import { expect, test } from 'vitest'

import { instantIn, localIn } from './local-time'

test.each([
  ['2026-05-14T08:12', 'Europe/London', '2026-05-14T07:12:00.000Z'],
  ['2026-01-14T08:12', 'Europe/London', '2026-01-14T08:12:00.000Z'],
  ['2026-05-14T00:12', 'Pacific/Auckland', '2026-05-13T12:12:00.000Z'],
  ['2026-05-14T23:50', 'America/New_York', '2026-05-15T03:50:00.000Z'],
  ['2026-05-14T08:12', 'Asia/Kolkata', '2026-05-14T02:42:00.000Z'],
])('%s in %s is %s, and back', (local, zone, iso) => {
  expect(instantIn(local, zone)?.toISOString()).toBe(iso)
  expect(localIn(new Date(iso), zone)).toBe(local)
})

test('an hour that comes twice is its first; one that never comes lies as far behind the gap', () => {
  expect(instantIn('2026-10-25T01:30', 'Europe/London')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(instantIn('2026-03-29T01:30', 'Europe/London')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(localIn(new Date('2026-03-29T01:30:00Z'), 'Europe/London')).toBe('2026-03-29T02:30')
})

test.each(['', 'tomorrow', '2026-05-14', '2026-13-40T08:12'])('%j is no time', (text) =>
  expect(instantIn(text, 'Europe/London')).toBeUndefined(),
)
