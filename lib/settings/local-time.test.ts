import { expect, test } from 'vitest'

import { instantIn, localIn, timesIn } from './local-time'

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

test('a form is told of an hour that comes twice, and of one that never comes with the next that does', () => {
  expect(timesIn('2026-10-25T03:30', 'Europe/London')).toEqual({ at: new Date('2026-10-25T03:30:00Z') })
  expect(timesIn('2026-10-25T01:30', 'Europe/London')).toEqual({
    twice: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
  })
  expect(timesIn('2026-03-29T01:30', 'Europe/London')).toEqual({ gap: new Date('2026-03-29T01:00:00Z') })
  // Lord Howe Island changes by half an hour; Samoa left out a whole day.
  expect(timesIn('2026-10-04T02:10', 'Australia/Lord_Howe')).toEqual({ gap: new Date('2026-10-03T15:30:00Z') })
  expect(timesIn('2011-12-30T12:00', 'Pacific/Apia')).toEqual({ gap: new Date('2011-12-30T10:00:00Z') })
  expect(timesIn('2026-02-30T12:00', 'Europe/London')).toBeUndefined()
})
