import { expect, test } from 'vitest'

import { endOfDay } from './today'

const london = { zone: 'Europe/London', language: 'en-GB' }
const morning = new Date('2026-05-14T04:30:00Z')

test('the day ends at the zone’s midnight, on days of 23 and 25 hours too', () => {
  expect(endOfDay(morning, london).toISOString()).toBe('2026-05-14T23:00:00.000Z')
  expect(endOfDay(new Date('2026-03-29T00:10:00Z'), london).toISOString()).toBe('2026-03-29T23:00:00.000Z')
  expect(endOfDay(new Date('2026-10-24T23:00:00Z'), london).toISOString()).toBe('2026-10-26T00:00:00.000Z')
})
