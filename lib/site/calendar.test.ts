import { expect, test } from 'vitest'

import { dayPath, nameOf, shortName, spanAt, spanOf, spansIn } from './calendar'

const on = { zone: 'Europe/London', language: 'en-GB' }
const iso = (address: string, zone = on.zone) => {
  const span = spanOf(address, zone)
  return span && [span.from, span.to].map((at) => at.toISOString().slice(0, 16))
}

test('a year, a month and a day are the paper’s, summer time or not', () => {
  expect(iso('2026')).toEqual(['2026-01-01T00:00', '2027-01-01T00:00'])
  expect(iso('2026/12')).toEqual(['2026-12-01T00:00', '2027-01-01T00:00'])
  expect(iso('2026/10')).toEqual(['2026-09-30T23:00', '2026-11-01T00:00'])
  expect(iso('2026/10/25')).toEqual(['2026-10-24T23:00', '2026-10-26T00:00'])
  expect(iso('2026/11/30', 'Pacific/Kiritimati')).toEqual(['2026-11-29T10:00', '2026-11-30T10:00'])
})

test.each([
  ...['', '0', '26', '0999', '3000', '2026/1', '2026/13', '2026/00', '2026/02/29', '2026/04/31', '2026/11/30/1'],
  ...['2026/11/', '2026//30', '2026/11/3', ' 2026', '２０２６', '2026/11/30x', '/2026'],
])('“%s” is no date', (address) => expect(spanOf(address, on.zone)).toBeUndefined())

test('a leap day is one', () => expect(iso('2028/02/29')).toEqual(['2028-02-29T00:00', '2028-03-01T00:00']))

test('a moment lies in the day that the paper has then', () => {
  const late = new Date('2026-06-30T23:30:00Z')
  expect([1, 2, 3].map((level) => spanAt(late, level, on.zone).path)).toEqual([
    '/archive/2026',
    '/archive/2026/07',
    '/archive/2026/07/01',
  ])
  expect(dayPath(late, { ...on, zone: 'UTC' })).toBe('/archive/2026/06/30')
})

test('a year has twelve months, a month its days, and they touch', () => {
  for (const [address, count] of [
    ['2026', 12],
    ['2026/02', 28],
    ['2026/10', 31],
  ] as const) {
    const whole = spanOf(address, on.zone)!
    const spans = spansIn(whole, on.zone)
    expect(spans).toHaveLength(count)
    expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([whole.from, whole.to])
    for (const [i, span] of spans.entries()) if (i) expect(span.from).toEqual(spans[i - 1]?.to)
  }
})

test('they are called as readers say them', () => {
  const [year, month, day] = ['2026', '2026/11', '2026/11/30'].map((address) => spanOf(address, on.zone)!)
  expect([year, month, day].map((span) => nameOf(span!, on))).toEqual([
    '2026',
    'November 2026',
    'Monday 30 November 2026',
  ])
  expect([month, day].map((span) => shortName(span!, on))).toEqual(['November', 'Monday 30'])
})
