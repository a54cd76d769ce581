import { expect, test } from 'vitest'

import { Refusal } from '#lib/errors'

import { judgeTrouble } from './trouble'

const now = new Date('2026-05-14T08:00:00Z')
const fault = new Error('disk')

test('a refusal ends it at once, with its words; a database that is busy is a fault', () => {
  const refusal = new Refusal('rule', 'It has no headline.')
  expect(judgeTrouble(refusal, 0, now)).toEqual({ attempts: 1, state: 'refused', note: 'It has no headline.' })
  expect(judgeTrouble(new Refusal('busy', 'Try again.'), 0, now).state).toBeUndefined()
})

test('a fault is tried again, later each time, and given up at the fifth', () => {
  const waits = [0, 1, 2, 3].map((before) => {
    const trouble = judgeTrouble(fault, before, now)
    if (trouble.state) throw new Error('given up')
    return trouble.retryAt.getTime() - now.getTime()
  })
  expect(waits.every((wait, i) => wait > (waits[i - 1] ?? 0))).toBe(true)
  expect(judgeTrouble(fault, 4, now)).toMatchObject({ attempts: 5, state: 'failed' })
})
