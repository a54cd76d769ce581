import { expect, test } from 'vitest'

import { grouped } from './append'

const all = (append: ReturnType<typeof grouped>) =>
  Promise.allSettled([1, 2, 3].map((n) => append(async () => (n === 2 ? Promise.reject(new Error('bad')) : n))))

test('one that fails is tried alone, as are the others', async () => {
  let commits = 0
  const append = grouped(async (run) => {
    commits += 1
    return run()
  })
  expect((await all(append)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  // The first goes at once; the two that came meanwhile go together, then each alone.
  expect(commits).toBe(4)
})

test('a commit that fails fails all of its group at once', async () => {
  let commits = 0
  const append = grouped(async () => {
    commits += 1
    throw new Error('busy')
  })
  expect((await all(append)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(commits).toBe(2)
})
