import { expect, test } from 'vitest'

import { typedTime } from './typed-time'

const london = 'Europe/London'
/** A Thursday, 09:00 in London. */
const now = new Date('2026-05-14T08:00:00Z')
const local = (typed: string, at = now, zone = london) => typedTime(typed, zone, at)?.local

test.each([
  ['tomorrow 6am', '2026-05-15T06:00'],
  ['  Tomorrow  6AM ', '2026-05-15T06:00'],
  ['tomorrow 0600', '2026-05-15T06:00'],
  ['0600 tomorrow', '2026-05-15T06:00'],
  ['fri 18:00', '2026-05-15T18:00'],
  ['fri 6', '2026-05-15T06:00'],
  ['7pm fri', '2026-05-15T19:00'],
  ['next fri 18.30', '2026-05-22T18:30'],
  ['thursday 10am', '2026-05-14T10:00'],
  ['thursday 8am', '2026-05-21T08:00'],
  ['in 2 hours', '2026-05-14T11:00'],
  ['in 30 minutes', '2026-05-14T09:30'],
  ['noon', '2026-05-14T12:00'],
  ['midnight', '2026-05-15T00:00'],
  ['14 june 5.30am', '2026-06-14T05:30'],
  ['18 june 0600', '2026-06-18T06:00'],
  ['3/6 5am', '2026-06-03T05:00'],
  ['12 may 6am', '2027-05-12T06:00'],
  ['2026-06-14 05:30', '2026-06-14T05:30'],
])('“%s” is %s', (typed, is) => expect(local(typed)).toBe(is))

test.each([
  ['0600', '2026-05-15T06:00'],
  ['6', '2026-05-15T06:00'],
  ['18', '2026-05-14T18:00'],
  ['1830', '2026-05-14T18:30'],
  ['18.30', '2026-05-14T18:30'],
  ['at 18h', '2026-05-14T18:00'],
  ['9', '2026-05-15T09:00'],
])('the figure %s is the hour that comes next, %s', (typed, is) => expect(local(typed)).toBe(is))

test.each([
  '',
  'soon',
  'tomorrow',
  '14 june',
  'tomorrow morning',
  '6-8pm',
  '25',
  '0660',
  '24:00',
  'publish at 6am',
  '31/2 6am',
])('“%s” is no time', (typed) => expect(typedTime(typed, london, now)).toBeUndefined())

test('the clock is the newsroom’s, whatever the server’s is', () => {
  expect(typedTime('0600', 'Pacific/Auckland', now)).toMatchObject({ at: new Date('2026-05-14T18:00:00Z') })
  expect(typedTime('tomorrow 6am', 'America/New_York', new Date('2026-05-15T02:00:00Z'))).toMatchObject({
    local: '2026-05-15T06:00',
    at: new Date('2026-05-15T10:00:00Z'),
  })
  expect(typedTime('6am GMT', london, now)).toMatchObject({ local: '2026-05-15T07:00' })
})

test('what the clocks do at night is seen: an hour that never comes, and one that comes twice', () => {
  const march = new Date('2026-03-28T12:00:00Z')
  const october = new Date('2026-10-24T12:00:00Z')
  expect(typedTime('tomorrow 1.30am', london, march)).toMatchObject({ gap: new Date('2026-03-29T01:00:00Z') })
  expect(typedTime('tomorrow 1.30am', london, october)).toMatchObject({
    twice: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
  })
  expect(typedTime('in 14 hours', london, october)).toMatchObject({ at: new Date('2026-10-25T02:00:00Z') })
  // The first half past one has gone by; the second one has not.
  expect(typedTime('0130', london, new Date('2026-10-25T00:45:00Z'))).toMatchObject({
    at: new Date('2026-10-25T01:30:00Z'),
  })
})

test.each([
  ['31 dec', '2026-12-31T23:59'],
  ['in 3 months', '2026-08-14T23:59'],
  ['in a year', '2027-05-14T23:59'],
  ['next friday', '2026-05-22T23:59'],
  ['end of june', '2026-06-30T23:59'],
  ['2026-12-31', '2026-12-31T23:59'],
  ['2 may 2025', '2025-05-02T23:59'],
  ['31 dec 18:00', '2026-12-31T18:00'],
  ['in 2 hours', '2026-05-14T11:00'],
])('where days are whole, “%s” is %s', (typed, is) => expect(typedTime(typed, london, now, true)?.local).toBe(is))

test.each([
  ['in 3 months', '2026-11-30', '2027-02-28T23:59'],
  ['in a month', '2027-01-31', '2027-02-28T23:59'],
  ['in a year', '2028-02-29', '2029-02-28T23:59'],
  ['in 3 months 18:00', '2027-11-30', '2028-02-29T18:00'],
  ['in 2 months', '2026-11-30', '2027-01-30T23:59'],
  ['in 1 month and 2 days', '2027-11-30', '2028-01-01T23:59'],
])('“%s” from %s is %s: months end with a short one', (typed, from, is) =>
  expect(typedTime(typed, london, new Date(`${from}T09:00:00Z`), true)?.local).toBe(is),
)

test.each(['june', 'june 2027', '31', 'soon', '31/2'])('where days are whole, too, “%s” is no time', (typed) =>
  expect(typedTime(typed, london, now, true)).toBeUndefined(),
)
