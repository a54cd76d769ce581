import { expect, test } from 'vitest'

import { faultsOf, latenessOf, percentile, type Told } from './late'

const told = (dueAt: number, at: number[] = [dueAt + 100], seen: number | undefined = dueAt + 200): Told => ({
  id: `s${dueAt}`,
  path: `/river/s${dueAt}`,
  dueAt,
  outcome: { id: `s${dueAt}`, state: 'done', acts: at.map((time) => ({ seq: time, at: time })) },
  seen,
})

test('with a process there a story is as late as after its hour', () =>
  expect(latenessOf([told(5000)], [{ from: 0, until: 9000 }])).toEqual({ up: [100], overdue: [] }))

test('killed within the second, another one must come first; from its start on it counts', () => {
  const ups = [
    { from: 0, until: 5500 },
    { from: 8000, until: 20_000 },
  ]
  expect(latenessOf([told(5000, [8300])], ups)).toEqual({ up: [], overdue: [3300] })
  expect(latenessOf([told(6000, [8300])], ups)).toEqual({ up: [], overdue: [300] })
})

test('missed, early, twice, unseen and out of order are faults', () => {
  expect(faultsOf([told(5000), told(6000)])).toEqual([])
  expect(faultsOf([told(5000, [])])).toEqual(['/river/s5000 was missed (done)'])
  expect(faultsOf([told(5000, [5100, 5200])])).toEqual(['/river/s5000 was published 2 times'])
  expect(faultsOf([told(5000, [4990])])).toEqual(['/river/s5000 was published 10 ms early'])
  expect(faultsOf([told(5000, [5000], 4999)])).toEqual(['/river/s5000 was seen 1 ms early'])
  expect(faultsOf([{ ...told(5000), seen: undefined }])).toEqual(['/river/s5000 was never seen'])
  expect(faultsOf([told(5000, [6200]), told(6000, [6100])])).toEqual([
    '/river/s5000 was published after one of a later hour',
  ])
})

test('ninety-five of a hundred', () => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, i) => i + 1),
      95,
    ),
  ).toBe(95)
  expect(percentile([7], 95)).toBe(7)
  expect(percentile([], 95)).toBe(0)
})
