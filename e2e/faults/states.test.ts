import { expect, test } from 'vitest'

import { type Answered, faultOf, type State, shown } from './states'

const states: State[] = [
  { mark: '404', begun: 0, since: 0 },
  { mark: 'Place 1', begun: 100, since: 120 },
  { mark: 'Place 2', begun: 200, since: 220 },
  { mark: '410', begun: 300, since: 320 },
]
const answer = (shown: string, asked: number, answered = asked + 5): Answered => ({ shown, asked, answered })

test('an answer shows what was confirmed when it was asked for, or an act that was under way', () => {
  for (const [mark, asked, answered] of [
    ['404', 50],
    ['404', 119, 400],
    ['Place 1', 90, 101],
    ['Place 1', 120],
    ['Place 2', 198],
    ['410', 50, 301],
    ['410', 1000],
  ] as [string, number, number?][])
    expect(faultOf(states, answer(mark, asked, answered)), `${mark} at ${asked}`).toBeUndefined()
})

test('older, newer and other answers are faults', () => {
  expect(faultOf(states, answer('404', 120))).toBe('404 after Place 1')
  expect(faultOf(states, answer('Place 1', 220))).toBe('Place 1 after Place 2')
  expect(faultOf(states, answer('Place 2', 1000))).toBe('Place 2 after 410')
  expect(faultOf(states, answer('Place 1', 90))).toBe('Place 1 too early')
  for (const mark of ['301', '503', '200 without its text', 'Place 3'])
    expect(faultOf(states, answer(mark, 50))).toBe(`${mark}, which it never was`)
})

test('what looks as it did before may be the newer one, not the one of before', () => {
  const again = [...states, { mark: 'Place 3', begun: 400, since: 420 }, { mark: '410', begun: 500, since: 520 }]
  expect(faultOf(again, answer('410', 410))).toBeUndefined()
  expect(faultOf(again, answer('410', 430))).toBe('410 too early')
  expect(faultOf(again, answer('410', 430, 501))).toBeUndefined()
  expect(faultOf(again, answer('Place 3', 530))).toBe('Place 3 after 410')
})

test('of a page its number tells, of all else the status', () => {
  expect(shown(200, '<p>Place 12</p>')).toBe('Place 12')
  expect(shown(200, '<p>Redmouth</p>')).toBe('200 without its text')
  expect(shown(410, '<p>Place 12</p>')).toBe('410')
})
