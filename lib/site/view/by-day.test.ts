import { expect, test } from 'vitest'

import { messagesIn } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import { dayName, days } from './by-day'

const on = { zone: 'Europe/London', language: 'en-GB' }
const now = new Date('2026-05-14T08:00:00Z')
const t = messagesIn('en-GB')

test('days are the paper’s: what was published at half past midnight in summer is of the new day', () => {
  const card = (id: string, at: string) => ({ id, publishedAt: new Date(at) }) as Card
  const cards = [card('late', '2026-05-13T23:30:00Z'), card('eve', '2026-05-13T22:59:00Z')]
  expect(days(cards, on, (one) => one.publishedAt).map(([day, [first]]) => [day, first?.id])).toEqual([
    ['2026-05-14', 'late'],
    ['2026-05-13', 'eve'],
  ])
})

test.each([
  ['2026-05-14T00:00:00Z', 'Today', 'Thursday 14 May'],
  ['2026-05-13T10:00:00Z', 'Yesterday', 'Wednesday 13 May'],
  ['2026-05-12T10:00:00Z', '12 May 2026', ''],
])('%s is called %s', (at, name, full) => expect(dayName(new Date(at), now, t, on)).toEqual([name, full]))
