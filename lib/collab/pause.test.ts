import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { makePause } from './pause'

const message = (data: string) => ({ data }) as MessageEvent
const read: string[] = []
let closed = () => {}
const provider = () => ({
  onMessage: ({ data }: MessageEvent) => void read.push(data),
  on(name: string, run: () => void) {
    if (name === 'close') closed = run
    return this as never
  },
})
beforeEach(() => {
  read.length = 0
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

test('what comes during a composition is read when it ends, in its order, and what comes then at once', () => {
  const one = provider()
  const pause = makePause(one)
  one.onMessage(message('a'))
  pause.begin()
  for (const data of ['b', 'c']) one.onMessage(message(data))
  expect(read).toEqual(['a'])
  pause.release()
  one.onMessage(message('d'))
  expect(read).toEqual(['a', 'b', 'c', 'd'])
})

test('a composition that is left standing keeps nothing back for ever', () => {
  const one = provider()
  const pause = makePause(one, 50)
  pause.begin()
  one.onMessage(message('a'))
  vi.advanceTimersByTime(49)
  expect(read).toEqual([])
  vi.advanceTimersByTime(1)
  expect(read).toEqual(['a'])
})

test('what a lost connection had sent is not read: the next one sends it again', () => {
  const one = provider()
  const pause = makePause(one)
  pause.begin()
  one.onMessage(message('a'))
  closed()
  one.onMessage(message('b'))
  pause.release()
  expect(read).toEqual(['b'])
})
