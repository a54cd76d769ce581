import { expect, test } from 'vitest'

import { type Belief, type Held, judge } from './clock'

const hour = 3_600_000
const usual = 1_000_000
const calm: Belief = { offset: usual }
const hold: Held = { id: 7, offset: usual, endedAt: null, endedBy: null }
const over = (endedBy: string | null): Held => ({ ...hold, endedAt: new Date(0), endedBy })

test('a clock that is believed at first, and one that is put right by little, hold nothing', () => {
  expect(judge(undefined, usual, undefined, undefined)).toEqual({ belief: calm, held: false })
  expect(judge(calm, usual + 29_000, undefined, undefined)).toEqual({ belief: { offset: usual + 29_000 }, held: false })
})

test.each([hour, -hour, 31_000, -31_000])('a jump of %d ms begins a hold, and what was believed stays so', (jump) =>
  expect(judge(calm, usual + jump, undefined, undefined)).toEqual({ belief: calm, held: true, jump }),
)

test('the hold lasts while the clock is wrong, and ends when it is back', () => {
  const jumped = { offset: usual, under: 7 }
  expect(judge(calm, usual + hour, hold, undefined)).toEqual({ belief: jumped, held: true })
  expect(judge(jumped, usual + hour, hold, hold)).toEqual({ belief: jumped, held: true })
  expect(judge(jumped, usual + 5, hold, hold)).toEqual({ belief: { offset: usual + 5 }, held: false, back: 7 })
})

test('once an editor has said that the clock is right, it is believed', () => {
  const jumped = { offset: usual, under: 7 }
  expect(judge(jumped, usual + hour, undefined, over('sal'))).toEqual({ belief: { offset: usual + hour }, held: false })
})

test('a clock that another process saw come back is believed only where it is back here, too', () => {
  const jumped = { offset: usual, under: 7 }
  expect(judge(jumped, usual, undefined, over(null))).toEqual({ belief: calm, held: false })
  expect(judge(jumped, usual + hour, undefined, over(null))).toMatchObject({ held: true, jump: hour })
})

test('a process whose own clock is right waits with the others, and does not say that theirs is', () => {
  expect(judge(calm, usual, hold, undefined)).toEqual({ belief: calm, held: true })
  const elsewhere = 5 * usual
  expect(judge({ offset: elsewhere }, elsewhere, hold, undefined)).toEqual({
    belief: { offset: elsewhere },
    held: true,
  })
})

test('a process that was started under a hold waits, and sees the clock come back', () => {
  const started = judge(undefined, usual + hour, hold, undefined)
  expect(started).toEqual({ belief: { offset: usual + hour, under: 7 }, held: true })
  expect(judge(started.belief, usual, hold, hold)).toEqual({ belief: calm, held: false, back: 7 })
  expect(judge(undefined, usual, hold, undefined)).toMatchObject({ held: false, back: 7 })
})

test('started under a hold that another process ends, it does not take the way back for a jump', () => {
  const started = { offset: usual + hour, under: 7 }
  expect(judge(started, usual, undefined, over(null))).toEqual({ belief: calm, held: false })
})

test('started under a hold of another machine, it goes on when that one is over', () => {
  const elsewhere = 5 * usual
  const started = judge(undefined, elsewhere, hold, undefined)
  expect(started.held).toBe(true)
  expect(judge(started.belief, elsewhere, undefined, over(null))).toEqual({
    belief: { offset: elsewhere },
    held: false,
  })
})
