import { afterEach, expect, test, vi } from 'vitest'

import { startSearcher } from './searcher'

/** A worker that the test speaks for. */
class Hand {
  static all: Hand[] = []
  onmessage: ((event: unknown) => void) | null = null
  onerror: (() => void) | null = null
  ended = false
  constructor() {
    Hand.all.push(this)
  }
  postMessage() {}
  terminate() {
    this.ended = true
  }
}
afterEach(() => vi.unstubAllGlobals())

test('a search that was ended says nothing about the one after it, not even that it could not be loaded', async () => {
  vi.stubGlobal('Worker', Hand)
  const searcher = startSearcher()
  const query = { words: 'weirs?', matchCase: false, wholeWord: false, regex: true }
  void searcher.search(['The weir'], query)
  const found = searcher.search(['The weir'], { ...query, words: 'w.ir' })
  const [first, second] = Hand.all
  expect([first?.ended, second?.ended]).toEqual([true, false])
  first?.onerror?.()
  first?.onmessage?.({ data: { fault: 'stale' } })
  expect(second?.ended).toBe(false)
  second?.onmessage?.({ data: { matches: [], more: false } })
  await expect(found).resolves.toEqual({ matches: [], more: false })
})
