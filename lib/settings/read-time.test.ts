import { expect, test } from 'vitest'

import { sentTime } from './read-time'

const now = new Date('2026-05-14T08:12:00Z')
const sent = (text: string, wholeDays?: boolean) => sentTime(text, 'Europe/London', now, wholeDays)

test('an hour that was sent before it was read is read then; none is none, and what is no hour is told from that', () => {
  expect(sent(String(now.getTime()))).toEqual(now)
  expect(sent('in 2 hours')).toEqual(new Date('2026-05-14T10:12:00Z'))
  expect(sent('2026-05-14 12:00')).toEqual(new Date('2026-05-14T11:00:00Z'))
  expect(sent(' ')).toBeNull()
  expect(sent('soon')).toBeUndefined()
})

test('of an hour that comes twice it is the last', () =>
  expect(sent('2026-10-25 01:30')).toEqual(new Date('2026-10-25T01:30:00Z')))

test('a day is meant to its end where days are asked for', () =>
  expect(sent('15 may', true)).toEqual(new Date('2026-05-15T22:59:00Z')))
