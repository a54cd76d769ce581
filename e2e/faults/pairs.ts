import fc from 'fast-check'

import { aPair } from '#lib/testing/pairs'

import type { Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'

/**
 * Two editors in two processes decide at once on what both saw of a story, pair by pair: one act is done, and the other
 * editor is told by whom, with both texts; no act is lost, none is done beside another.
 */
export async function pairs({ short }: { short: boolean }): Promise<Figure[]> {
  const count = short ? 12 : 500
  const server = await startServer({ demo: true })
  const [one, other] = [startPress(server), startPress(server)]
  const faults: string[] = []
  const kinds = new Set<string>()
  const firsts = [0, 0]
  try {
    for (const [i, pair] of fc.sample(aPair, count).entries()) {
      const headline = `Pair ${i + 1}`
      const begun = await one.beginPair(pair, headline)
      const [act, against] = pair.acts
      const done = await Promise.all([one.actInPair(0, act, begun), other.actInPair(1, against, begun)])
      const wrong = await one.endPair({ ...begun, pair, headline, done })
      faults.push(...wrong.map((fault) => `${headline}, ${act} and ${against} of what was ${pair.base}: ${fault}`))
      kinds.add(`${pair.base}: ${[...pair.acts].sort()}`)
      const first = done.findIndex(({ ok }) => ok)
      if (first >= 0) firsts[first]! += 1
    }
    return [
      {
        name: `${count} pairs of acts at once, of ${kinds.size} kinds, by two processes`,
        value: `${faults.length} faults, the first editor came first ${firsts[0]} times, the second ${firsts[1]} times${faults
          .slice(0, 3)
          .map((one) => `; ${one}`)
          .join('')}`,
        goal: 'one is done each time, the other editor is told who was first and sees both texts',
        holds: faults.length === 0,
      },
    ]
  } finally {
    await Promise.all([one.close(), other.close()])
    await server.stop()
  }
}
