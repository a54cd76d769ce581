import { expect, test } from 'vitest'
import type { LiveProps, StoryProps } from '../props'
import { mainActOf } from './main-act'

const story = (change: Partial<StoryProps>, may: Partial<StoryProps['may']> = {}) => ({
  step: 'draft' as const,
  live: null,
  spiked: false,
  ...change,
  may: { edit: true, publish: false, assign: false, moves: [], ...may },
})
const live = {} as LiveProps

test.each([
  ['a writer hands in a draft', story({}, { moves: ['handIn'] }), 0, 'hand-in'],
  ['a writer waits while it is in review', story({ step: 'review' }), 0, undefined],
  [
    'an editor judges what was handed in',
    story({ step: 'review' }, { publish: true, moves: ['sendBack', 'markReady'] }),
    0,
    'ready',
  ],
  ['an editor publishes a draft', story({}, { publish: true, moves: ['handIn', 'markReady'] }), 0, 'publish'],
  ['an editor publishes what is ready', story({ step: 'ready' }, { publish: true, moves: ['sendBack'] }), 0, 'publish'],
  ['an editor of another section marks ready', story({}, { moves: ['markReady', 'handIn'] }), 0, 'ready'],
  ['changes of a live story wait for Update', story({ step: 'ready', live }, { publish: true }), 2, 'update'],
  ['a live story without changes needs nothing', story({ step: 'ready', live }, { publish: true }), 0, undefined],
  ['a writer hands in changes of a live story', story({ live }, { moves: ['handIn'] }), 1, 'hand-in'],
  ['a spiked story comes off the spike', story({ spiked: true }, { publish: true }), 0, 'restore'],
] as const)('%s', (_, given, waiting, act) => expect(mainActOf(given as never, waiting)).toBe(act))
