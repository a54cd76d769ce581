import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { rebuildLive } from '#lib/publication/rebuild'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { actInPair, aPair, faultsOfPair, type PairDone, preparePair } from '#lib/testing/pairs'
import { later } from '#lib/testing/planning'
import { aStory, seenNow } from '#lib/testing/stories'

import { findLastAct } from '../queries/last-act'
import { publishStory } from './publish'
import { putBack } from './put-back'
import { unschedule } from './reschedule'
import { scheduleStory } from './schedule'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

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

test('who publishes, or puts back, and did not see that an hour was set is told by whom, with what readers get then', async () => {
  const id = await aStory(desk.petra, 'Hourly')
  const seen = { ...(await seenNow(id)), last: 0, waits: null }
  const { id: schedule } = await scheduleStory(desk.sal, id, seen, { at: later(60) }, when)
  const stale = publishStory(desk.petra, id, seen, {}, when)
  await expect(stale).rejects.toMatchObject({
    reason: 'conflict',
    message: expect.stringContaining('Not published. sal has set its publication for'),
    detail: { code: 'planned', waits: { id: schedule, by: 'sal' }, text: { headline: 'Hourly' } },
  })
  await publishStory(desk.petra, id, { ...seen, waits: schedule }, {}, when)
  await withdrawStory(desk.petra, id, '', 'wrong', when)
  await scheduleStory(desk.sal, id, await seenNow(id), { at: later(60) }, when)
  await expect(putBack(desk.petra, id, when, { waits: null })).rejects.toThrow('Not put back. sal has set')
})

test('who saw an hour that was taken off meanwhile is told by whom', async () => {
  const id = await aStory(desk.petra, 'Off')
  const { id: schedule } = await scheduleStory(desk.sal, id, await seenNow(id), { at: later(60) }, when)
  await unschedule(desk.sal, schedule, when)
  const stale = publishStory(desk.petra, id, { ...(await seenNow(id)), waits: schedule }, {}, when)
  await expect(stale).rejects.toThrow('sal was first: this was changed or taken off')
})
