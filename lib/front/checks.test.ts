import { expect, test } from 'vitest'

import { container, front, slot } from '#lib/testing/fronts'

import { type About, frontProblems, isMust, shapeFault } from './checks'

const now = new Date('2026-05-14T08:00:00Z')
const known = { kind: 'picture', name: 'gate', alt: 'A gate', decorative: false, rights: 'owned' } as const
const about: About = {
  headlines: new Map([['draft', 'A draft']]),
  live: new Set(['a', 'b']),
  library: new Map([
    ['fine', { ...known, expiresAt: null, withheld: false, elsewhere: false }],
    ['unclear', { ...known, rights: 'unclear', alt: '', expiresAt: null, withheld: false, elsewhere: false }],
    ['film', { ...known, kind: 'video', expiresAt: null, withheld: false, elsewhere: false }],
  ]),
  names: new Map([['river', 'River']]),
}
const musts = (...containers: Parameters<typeof front>) =>
  frontProblems(front(...containers), about, now)
    .filter(isMust)
    .map(({ check }) => check)

test('a front that is right has nothing to mend', () =>
  expect(musts(container('one', [slot('a', { picture: 'fine' }), null, slot('b', { picture: 'none' })]))).toEqual([]))

test('what no front may be is told', () => {
  expect(musts()).toEqual(['empty'])
  expect(musts(container('one', [], { kind: 'lead' }), container('two', [], { kind: 'lead' }))).toEqual(['leads'])
  expect(musts(container('one', [slot('a')]), container('two', [slot('b'), slot('a')]))).toEqual(['twice'])
  expect(musts(container('one', [], { source: { of: 'section', id: 'gone' } }))).toEqual(['source'])
})

test('its own pictures are asked for their rights and their words', () => {
  expect(musts(container('one', [slot('a', { picture: 'unclear' })]))).toEqual(['media-rights', 'media-alt'])
  expect(musts(container('one', [slot('a', { picture: 'gone' })]))).toEqual(['media-gone'])
  expect(musts(container('one', [slot('a', { picture: 'film' })]))).toEqual(['no-picture'])
})

test('a story that readers do not have stops nothing, and is told', () => {
  const said = frontProblems(
    front(container('one', [slot('draft'), slot('unknown')], { source: { of: 'section', id: 'river' } })),
    about,
    now,
  )
  expect(said).toMatchObject([
    { level: 'advice', place: 0, message: expect.stringContaining('River, place 1: readers do not have “A draft”') },
    { level: 'advice', place: 1, message: expect.stringContaining('readers do not have this story') },
  ])
})

test('a container has the places, the source and the title of its kind', () => {
  expect(shapeFault(container('one'))).toBeUndefined()
  expect(shapeFault(container('one', [null, null, null, null, slot('a')], { kind: 'lead' }))).toContain('4 places')
  expect(shapeFault(container('one', [], { kind: 'topic' }))).toContain('not filled from there')
  expect(shapeFault(container('one', [], { title: 'Title' }))).toContain('no title')
})
