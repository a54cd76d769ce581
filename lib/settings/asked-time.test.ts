import { expect, test } from 'vitest'

import { askTime } from './asked-time'
import { timesIn } from './local-time'

const london = 'Europe/London'
const asked = (local: string) => askTime(timesIn(local, london)!, local, london)

test('an hour that comes once is that', () =>
  expect(asked('2026-05-14T06:00')).toEqual({ at: new Date('2026-05-14T05:00:00Z') }))

test('one that the clocks leave out is refused, and the next one named', () =>
  expect(asked('2026-03-29T01:30')).toEqual({
    fault: 'There is no 01:30 then: the clocks go forward. The next time that there is, is 02:00.',
    next: { local: '2026-03-29T02:00', at: new Date('2026-03-29T01:00:00Z') },
  }))

test('of one that comes twice it is asked which', () =>
  expect(asked('2026-10-25T01:30')).toEqual({
    question: '01:30 comes twice then: the clocks go back. Which one?',
    answers: [
      [new Date('2026-10-25T00:30:00Z'), '01:30 BST'],
      [new Date('2026-10-25T01:30:00Z'), '01:30 GMT'],
    ],
  }))
