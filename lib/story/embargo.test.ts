import { expect, test } from 'vitest'

import { person } from '#lib/testing/newsroom'

import { type Embargo, endOf, ensureMayEmbargo, ensureMayLift } from './embargo'

const noon = new Date('2026-05-14T12:00:00Z')
const at = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const story = { sectionId: 'river', createdBy: 'nadia', assignedTo: null, bylines: [], spikedAt: null }
const nadia = person('nadia', 'writer', ['river'])
const tom = person('tom', 'writer', ['river'])
const sal = person('sal', 'editor', ['river'])
const uma = person('uma', 'editor', ['sport'])
const untilSix: Embargo = { until: at(6), why: 'The agency’s', by: 'Sal Venn' }

const set = (actor = nadia, given: Partial<Embargo> = {}, over: { before?: Embargo; isLive?: boolean } = {}) =>
  ensureMayEmbargo(
    actor,
    story,
    { until: at(6), why: 'The agency’s', ...given },
    { before: undefined, isLive: false, now: noon, ...over },
  )

test('an embargo holds to the instant, then forbids nothing', () => {
  expect(endOf(untilSix, new Date(at(6).getTime() - 1))).toEqual(at(6))
  expect(endOf(untilSix, at(6))).toBeUndefined()
  expect(endOf(undefined, noon)).toBeUndefined()
})

test('one without an end holds until it is lifted', () =>
  expect(endOf({ ...untilSix, until: null }, at(100_000))!.getTime()).toBeGreaterThan(at(1_000_000).getTime()))

test('who edits a story puts it under embargo; who only reads it does not, and a stranger learns nothing', () => {
  expect(() => set(nadia)).not.toThrow()
  expect(() => set(sal)).not.toThrow()
  expect(() => set(tom)).toThrow(expect.objectContaining({ reason: 'forbidden' }))
  expect(() => set(uma)).toThrow(expect.objectContaining({ reason: 'not-found' }))
})

test('a story that readers have is not put under embargo, nor one on the spike', () => {
  expect(() => set(sal, {}, { isLive: true })).toThrow('too late for an embargo')
  expect(() =>
    ensureMayEmbargo(sal, { ...story, spikedAt: noon }, untilSix, { before: undefined, isLive: false, now: noon }),
  ).toThrow('spiked')
})

test('whoever may edit makes it longer; only an editor of the section makes it shorter or lifts it', () => {
  expect(() => set(nadia, { until: at(7) }, { before: untilSix })).not.toThrow()
  expect(() => set(nadia, { until: null }, { before: untilSix })).not.toThrow()
  expect(() => set(nadia, { until: at(5) }, { before: untilSix })).toThrow('shorten')
  expect(() => set(nadia, { until: at(5) }, { before: { ...untilSix, until: null } })).toThrow('shorten')
  expect(() => set(sal, { until: at(5) }, { before: untilSix })).not.toThrow()
  expect(() => ensureMayLift(nadia, story)).toThrow('lift')
  expect(() => ensureMayLift(sal, story)).not.toThrow()
})

test('one that is over is no longer shortened by setting another', () =>
  expect(() => set(nadia, { until: at(1) }, { before: { ...untilSix, until: at(-1) } })).not.toThrow())

test('a story without a section has all editors to judge it', () =>
  expect(() => ensureMayLift(uma, { ...story, sectionId: null })).not.toThrow())

test('it says whose it is, and ends at an hour to come', () => {
  expect(() => set(nadia, { why: '' })).toThrow(expect.objectContaining({ fields: { why: expect.anything() } }))
  expect(() => set(nadia, { why: 'x'.repeat(201) })).toThrow('200')
  for (const until of [noon, new Date(Number.NaN)])
    expect(() => set(nadia, { until })).toThrow(expect.objectContaining({ fields: { until: expect.anything() } }))
})
