import { expect, test } from 'vitest'

import type { Embargo } from './embargo'
import {
  ensureMayExpireAt,
  ensureMayPublishAt,
  ensureNoEmbargo,
  ensureNothingBefore,
  ensureNothingWaits,
  isLate,
  type Plans,
} from './schedule'

const noon = new Date('2026-05-14T12:00:00Z')
const hour = 3_600_000
const at = (hours: number) => new Date(noon.getTime() + hours * hour)
const say = (when: Date) => when.toISOString().slice(11, 16)
const publish = { id: 'p', act: 'publish' as const, dueAt: at(6), by: 'Sal Venn' }
const withdraw = { id: 'w', act: 'withdraw' as const, dueAt: at(8), by: 'Sal Venn' }
const untilSix: Embargo = { until: at(6), why: 'The agency’s', by: 'Ada Lune' }

const publishAt = (hours: number, plans: Plans = {}) => ensureMayPublishAt(at(hours), plans, noon, say)
const expireAt = (hours: number, plans: Plans = {}, isLive = true) =>
  ensureMayExpireAt(at(hours), plans, isLive, noon, say)

test('a publication is planned for an hour to come, within the year', () => {
  expect(() => publishAt(1)).not.toThrow()
  expect(() => publishAt(365 * 24)).not.toThrow()
  expect(() => publishAt(0)).toThrow('is over')
  expect(() => publishAt(-1)).toThrow(expect.objectContaining({ reason: 'invalid', fields: { at: expect.anything() } }))
  expect(() => publishAt(367 * 24)).toThrow('more than a year')
  expect(() => publishAt(Number.NaN)).toThrow('is over')
})

test('a story under an embargo until six is not published at five, nor by hand; at six it may be', () => {
  expect(() => publishAt(5, { embargo: untilSix })).toThrow(
    'Not scheduled. It is under embargo until 18:00, set by Ada Lune: The agency’s.',
  )
  expect(() => publishAt(6, { embargo: untilSix })).not.toThrow()
  expect(() => ensureNoEmbargo(untilSix, at(5), say)).toThrow('Not published. It is under embargo until 18:00')
  expect(() => ensureNoEmbargo(untilSix, at(6), say)).not.toThrow()
})

test('under an embargo without an end nothing is planned at all', () => {
  expect(() => publishAt(1000, { embargo: { ...untilSix, until: null } })).toThrow('until it is lifted')
  expect(() => ensureNoEmbargo({ ...untilSix, until: null }, at(1000), say)).toThrow('until it is lifted')
})

test('no embargo is set over a publication that waits before its end; the schedule is named', () => {
  expect(() => ensureNothingBefore(at(7), { publish }, say)).toThrow(
    'Its publication is set for 18:00 by Sal Venn. Take that off first.',
  )
  expect(() => ensureNothingBefore(null, { publish }, say)).toThrow('Take that off first')
  expect(() => ensureNothingBefore(at(6), { publish }, say)).not.toThrow()
  expect(() => ensureNothingBefore(at(7), { withdraw }, say)).not.toThrow()
})

test('an expiry comes after now, and after the publication that waits', () => {
  expect(() => expireAt(1)).not.toThrow()
  expect(() => expireAt(0)).toThrow('is over')
  expect(() => expireAt(6, { publish }, false)).toThrow('An expiry comes after that')
  expect(() => expireAt(7, { publish }, false)).not.toThrow()
})

test('what readers neither have nor will have does not expire', () =>
  expect(() => expireAt(1, {}, false)).toThrow('nothing to expire'))

test('a publication comes before the expiry that waits', () => {
  expect(() => publishAt(8, { withdraw })).toThrow('publish before that')
  expect(() => publishAt(7, { withdraw })).not.toThrow()
})

test('a story for which something waits is not spiked', () => {
  expect(() => ensureNothingWaits({ publish }, say)).toThrow(
    'Its publication is set for 18:00 by Sal Venn. Take that off first.',
  )
  expect(() => ensureNothingWaits({ withdraw }, say)).toThrow(
    'Its expiry is set for 20:00 by Sal Venn. Take that off first.',
  )
  expect(() => ensureNothingWaits({ embargo: untilSix }, say)).not.toThrow()
})

test('five seconds after its hour what still waits is late', () => {
  expect(isLate(publish, new Date(at(6).getTime() + 5000))).toBe(false)
  expect(isLate(publish, new Date(at(6).getTime() + 5001))).toBe(true)
})
