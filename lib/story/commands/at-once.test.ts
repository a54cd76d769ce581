import { eq, gt } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { lastSeq } from '#lib/publication/queries'
import { rebuildLive } from '#lib/publication/rebuild'
import { publications } from '#lib/publication/tables'
import { liveStories } from '#lib/site/tables'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'
import { aStory, publishNow, retype, seenNow } from '#lib/testing/stories'

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

const acts = {
  update: (actor: Actor, id: string, seen: Seen) => publishStory(actor, id, seen, { change: 'update' }),
  correct: (actor: Actor, id: string, seen: Seen) =>
    publishStory(actor, id, seen, { change: 'correction', note: `Says ${actor.name}.` }),
  withdraw: (actor: Actor, id: string, { last }: Seen) => withdrawStory(actor, id, '', 'wrong', new Date(), last),
}
type Act = keyof typeof acts
type Seen = Awaited<ReturnType<typeof seenNow>>

const act = fc.constantFrom<Act>('update', 'correct', 'withdraw')

test('of two editors who act at once on what both saw one succeeds; the other is told who was first, and sees both texts', async () => {
  let pairs = 0
  const property = fc.asyncProperty(act, act, async (one, other) => {
    pairs += 1
    const id = await aStory(desk.petra, `Pair ${pairs}`)
    await publishNow(desk.petra, id)
    await retype(id, desk.petra, { headline: `Pair ${pairs} again` })
    const before = await lastSeq(db)
    const seen = { ...(await seenNow(id)), last: (await findLastAct(db, id))!.seq }
    const editors = [desk.sal, desk.petra]
    const done = await Promise.allSettled([one, other].map((name, i) => acts[name](editors[i]!, id, seen)))
    const first = done.findIndex(({ status }) => status === 'fulfilled')
    const refused = done[1 - first] as PromiseRejectedResult
    expect(done.map(({ status }) => status).sort(), `${one}, ${other}`).toEqual(['fulfilled', 'rejected'])
    const withdrawn = [one, other][first] === 'withdraw'
    expect(refused.reason).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining(editors[first]!.name),
      detail: {
        code: 'overtaken',
        last: { act: withdrawn ? 'withdraw' : 'update', by: editors[first]!.name },
        readers: withdrawn ? null : { headline: `Pair ${pairs} again` },
      },
    })
    expect(await db.$count(publications, gt(publications.seq, before))).toBe(1)
    expect(await db.$count(liveStories, eq(liveStories.subject, id))).toBe(withdrawn ? 0 : 1)
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
