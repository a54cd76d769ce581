import { expect, test } from 'vitest'

import { someBlocks } from '#lib/testing/blocks'

import { doctorBeside } from './doctor-beside'
import type { Look, Seen } from './doctor-look'

const text = (words: string, count = 100): Look => ({
  blocks: someBlocks(...Array.from({ length: count }, (_, index) => `${words} ${index}`)),
  context: {},
})

/** A worker that answers when the test says so. */
function slow() {
  const asked: Look[] = []
  let tell: (seen: Seen) => void = () => {}
  let fail = () => {}
  const start = (onSeen: (seen: Seen) => void, onBroken: () => void) => {
    tell = onSeen
    fail = onBroken
    return { postMessage: (what: Look) => asked.push(what), terminate: () => {} } as unknown as Worker
  }
  return { asked, start, answer: () => tell({ findings: [], headlines: [] }), fail: () => fail() }
}

test('while one text is looked at, only the last of the others waits', () => {
  const worker = slow()
  const seen: Seen[] = []
  const beside = doctorBeside((one) => seen.push(one), worker.start)
  const [one, two, three] = [text('one'), text('two'), text('three')]
  for (const what of [one, two, three]) beside.ask(what)
  expect(worker.asked).toEqual([one])
  worker.answer()
  expect(worker.asked).toEqual([one, three])
  worker.answer()
  expect(seen).toHaveLength(2)
  expect(worker.asked).toEqual([one, three])
})

test('a short text is looked at here; without a worker a long one is, too', async () => {
  const worker = slow()
  const seen: Seen[] = []
  const beside = doctorBeside((one) => seen.push(one), worker.start)
  beside.ask(text('short', 5))
  await expect.poll(() => [worker.asked.length, seen.length]).toEqual([0, 1])
  beside.ask(text('long'))
  expect([worker.asked.length, seen.length]).toEqual([1, 1])
  worker.fail()
  await expect.poll(() => seen.length).toBe(2)
  beside.ask(text('long'))
  await expect.poll(() => seen.length).toBe(3)
})

test('once nobody listens any more, nothing is told', async () => {
  const seen: Seen[] = []
  const beside = doctorBeside((one) => seen.push(one), slow().start)
  beside.ask(text('short', 5))
  beside.end()
  await import('./doctor-look')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(seen).toEqual([])
})
