import { expect, test } from 'vitest'

import { clock, dateAndClock, isoDay, longDate, plainDay, weekday } from './time'

const london = { zone: 'Europe/London', language: 'en-GB' }
const morning = new Date('2026-05-14T04:30:00Z')

test('times are the paper’s, in its zone', () => {
  expect(clock(morning, london)).toBe('05:30')
  expect(dateAndClock(morning, london)).toBe('14 May 2026, 05:30')
  expect(longDate(morning, london)).toBe('Thursday 14 May 2026')
  expect(weekday(morning, { ...london, zone: 'America/Los_Angeles' })).toBe('Wednesday 13 May')
  expect(clock(new Date('2026-05-13T23:00:00Z'), london)).toBe('00:00')
  expect(isoDay(new Date('2026-05-13T23:00:00Z'), london)).toBe('2026-05-14')
})

test('where letters are Arabic, so is the comma', () => {
  expect(dateAndClock(morning, { ...london, language: 'ar-EG' })).toMatch(/، /)
  expect(dateAndClock(morning, { ...london, language: 'arn' })).toMatch(/, /)
})

test('a typed date is the same day in every zone; its year is said when it is another', () => {
  expect(plainDay('2026-05-12', morning, { ...london, zone: 'Pacific/Auckland' })).toBe('12 May')
  expect(plainDay('2024-12-31', morning, london)).toBe('31 December 2024')
  expect(plainDay('not a date', morning, london)).toBe('')
})
