import { expect, test } from 'vitest'

import { archiveKeys, coveringKeys, hourOf } from './archive-keys'

const ms = (iso: string) => Date.parse(iso)
const cover = (from: string, to: string) => coveringKeys(ms(from), ms(to)).map((key) => key.slice('archive:'.length))

test('whole years, months and days are one key each, what is left over hours', () => {
  expect(cover('2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual(['2026'])
  expect(cover('2026-11-30T00:00Z', '2026-12-01T00:00Z')).toEqual(['2026-11-30'])
  expect(cover('2026-10-31T22:00Z', '2026-12-02T01:00Z')).toEqual([
    ...['2026-10-31T22', '2026-10-31T23', '2026-11', '2026-12-01', '2026-12-02T00'],
  ])
  expect(cover('2026-11-30T12:30Z', '2026-11-30T12:40Z')).toEqual(['2026-11-30T12'])
})

test('a story is known by what covers its hour, and by nothing an hour away', () => {
  const [from, to] = ['2026-03-28T23:00Z', '2027-02-01T05:00Z']
  const keys = new Set(coveringKeys(ms(from), ms(to)))
  const known = (at: string) => archiveKeys(new Date(at)).some((key) => keys.has(key))
  for (const at of [from, '2026-12-31T23:59:59Z', '2027-01-15T12:00Z', '2027-02-01T04:59:59Z'])
    expect(known(at)).toBe(true)
  for (const at of ['2026-03-28T22:59:59Z', to, '2027-02-02T00:00Z', '2025-12-31T00:00Z']) expect(known(at)).toBe(false)
})

test('a century takes few keys', () => {
  expect(coveringKeys(ms('1926-05-14T08:00Z'), ms('2026-05-14T08:00Z')).length).toBeLessThan(180)
})

test('of a story’s keys one tells its hour', () => {
  const hours = archiveKeys(new Date('2026-11-30T14:59:59Z')).map(hourOf)
  expect(hours.filter(Boolean)).toEqual([new Date('2026-11-30T14:00:00Z')])
})
