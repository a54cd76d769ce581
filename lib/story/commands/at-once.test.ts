import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { rebuildLive } from '#lib/publication/rebuild'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'
import { actInPair, aPair, faultsOfPair, type PairDone, preparePair } from '#lib/testing/pairs'
import { aStory, seenNow } from '#lib/testing/stories'

import { findLastAct } from '../queries/last-act'
import { publishStory } from './publish'
import { withdrawStory } from './withdraw'

let database: TestDatabase
let desk: Awaited<ReturnType<typeof newsroom>>
beforeAll(async () => {
  database = await testDatabase()
  desk = await newsroom()
})
afterAll(() => database.drop())

test('of two editors who act at once on what both saw one succeeds; the other is told who was first, and sees both texts', async () => {
  let pairs = 0
  const property = fc.asyncProperty(aPair, async (pair) => {
    pairs += 1
    const headline = `Pair ${pairs}`
    const id = await aStory(desk.petra, headline)
    const seen = await preparePair(desk.petra, id, pair.base, headline)
    const editors = [desk.sal, desk.petra]
    const done = await Promise.all(pair.acts.map((act, i) => actInPair(editors[i]!, act, id, seen)))
    const told = { names: ['sal', 'petra'] as [string, string], done: done as [PairDone, PairDone], headline }
    expect(await faultsOfPair(pair, id, seen, told), JSON.stringify(pair)).toEqual([])
  })
  await fc.assert(property, { numRuns: 60 })
  expect(await rebuildLive(lives, { check: true })).toEqual([])
}, 120_000)

test('who has seen the act of before goes on', async () => {
  const id = await aStory(desk.petra, 'Seen')
  await publishStory(desk.sal, id, { ...(await seenNow(id)), last: 0 }, {}, when)
  const stale = withdrawStory(desk.petra, id, '', 'wrong', when, 0)
  await expect(stale).rejects.toThrow('Not withdrawn. sal published this story meanwhile')
  await withdrawStory(desk.petra, id, '', 'wrong', when, (await findLastAct(db, id))!.seq)
  expect(await findLastAct(db, id)).toMatchObject({ act: 'withdraw', by: 'petra', revision: null })
})
