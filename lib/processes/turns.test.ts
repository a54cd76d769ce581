import { expect, test } from 'vitest'

import { makeTurns } from './turns'

test('so many work at once; when many wait, the next is told so, until one has ended', async () => {
  const inTurn = makeTurns(2, 4, 'Many wait.')
  let begun = 0
  const ends: (() => void)[] = []
  const work = () => {
    begun += 1
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const all = Array.from({ length: 4 }, () => inTurn(work))
  await expect(inTurn(work)).rejects.toMatchObject({ reason: 'busy', message: 'Many wait.' })
  expect(begun).toBe(2)
  ends.shift()?.()
  await all[0]
  const next = inTurn(work)
  while (ends.length) {
    ends.shift()?.()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all([...all, next])
  expect(begun).toBe(5)
})
