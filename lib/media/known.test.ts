import { expect, test } from 'vitest'

import { faultsOf, type Known } from './known'

const now = new Date('2026-05-14T08:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const known = (change: Partial<Known> = {}): Known => ({
  ...{ kind: 'picture', name: 'gate', alt: 'A gate', decorative: false, rights: 'owned', expiresAt: null },
  ...{ withheld: false, elsewhere: false, ...change },
})
const told = (change: Partial<Known> | undefined, alt = '') =>
  faultsOf('A picture', change && known(change), now, alt).map(({ check, level }) => `${check} ${level}`)

test('a picture that is cleared and described may be shown', () => expect(told({})).toEqual([]))

test.each<[string, Partial<Known> | undefined]>([
  ['media-gone must', undefined],
  ['media-withheld must', { withheld: true }],
  ['media-rights must', { rights: 'unclear' }],
  ['media-expired must', { expiresAt: now }],
  ['media-expires advice', { expiresAt: days(14) }],
  ['media-once must', { rights: 'one-time', elsewhere: true }],
  ['media-alt must', { alt: ' \u200b' }],
])('%s', (fault, change) => expect(told(change)).toEqual([fault]))

test('it may be shown until the last instant, and what ends later than in two weeks is not spoken of', () =>
  expect([told({ expiresAt: days(15) }), told({ rights: 'one-time' })]).toEqual([[], []]))

test('a film’s poster is asked the same, but for an alt text: the film’s name stands beside it', () => {
  const film = (still: Partial<Known>) => told({ kind: 'video', still: known(still) })
  expect([film({ alt: '' }), film({ rights: 'unclear' }), film({ expiresAt: now })]).toEqual([
    [],
    ['media-rights must'],
    ['media-expired must'],
  ])
})

test('alt text is the story’s own or the library’s; what is decorative, and what is no picture, needs none', () =>
  expect([
    told({ alt: '' }, 'Gate four'),
    told({ alt: '', decorative: true }),
    told({ alt: '', kind: 'video' }),
  ]).toEqual([[], [], []]))
