import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { makeMarks } from './marks'

let sent: number[]
let connected: boolean
let late: number
let marks: ReturnType<typeof makeMarks>
beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  connected = true
  late = 0
  marks = makeMarks(
    (n) => {
      if (connected) sent.push(n)
      return connected
    },
    () => {},
    () => (late += 1),
  )
})
afterEach(() => vi.useRealTimers())

function saveAll() {
  marks.ask()
  marks.answered(sent.at(-1)!)
}

test('what was on this device when it opened counts as unsent until the server has answered', () => {
  expect(marks.unsent()).toBe(true)
  saveAll()
  expect(marks.unsent()).toBe(false)
})

test('an answer to an earlier mark does not vouch for what was typed since', () => {
  marks.ask()
  marks.edited()
  marks.answered(sent[0]!)
  expect(marks.unsent()).toBe(true)
  vi.advanceTimersByTime(150)
  expect(sent).toHaveLength(2)
  marks.answered(sent[1]!)
  expect(marks.unsent()).toBe(false)
})

test('somebody who types on is answered for all the same, each 150 ms', () => {
  saveAll()
  for (let i = 0; i < 30; i += 1) {
    marks.edited()
    vi.advanceTimersByTime(50)
  }
  expect(sent.length).toBeGreaterThan(8)
})

test('an answer that was never asked for is none', () => {
  marks.answered(99)
  expect(marks.unsent()).toBe(true)
})

test('with nothing unsent nothing is asked', () => {
  saveAll()
  marks.ask()
  expect(sent).toHaveLength(1)
})

test('whoever waits is told when all that was typed then is kept', async () => {
  saveAll()
  marks.edited()
  const reached = marks.reached(1000)
  marks.edited()
  marks.answered(sent.at(-1)!)
  await reached
  expect(marks.unsent()).toBe(true)
})

test('whoever waits in vain is told so', async () => {
  connected = false
  const reached = marks.reached(1000)
  const refused = expect(reached).rejects.toMatchObject({ name: 'NotSaved' })
  await vi.advanceTimersByTimeAsync(1000)
  await refused
})

test('a server that does not answer for 20 s is as good as gone', () => {
  marks.ask()
  vi.advanceTimersByTime(19_999)
  expect(late).toBe(0)
  vi.advanceTimersByTime(1)
  expect(late).toBe(1)
})

test('one that answers is there, however late, and so is one that was never asked', () => {
  marks.ask()
  vi.advanceTimersByTime(15_000)
  marks.edited()
  vi.advanceTimersByTime(150)
  marks.answered(sent[0]!)
  vi.advanceTimersByTime(15_000)
  expect(late).toBe(0)
  marks.lost()
  connected = false
  marks.ask()
  vi.advanceTimersByTime(60_000)
  expect(late).toBe(0)
})
