import { expect, test } from 'vitest'

import { lives, shape } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { liveCorrections, liveStories, liveVersions } from '#lib/site/tables'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { startChild } from '#lib/testing/child'
import { databaseForEach } from '#lib/testing/database'
import { newsroom } from '#lib/testing/newsroom'
import { aStory, publishNow, retype } from '#lib/testing/stories'

import { rebuildLive } from './rebuild'
import { ensureShape } from './shape'
import { liveShape, publications } from './tables'

const database = databaseForEach()

/** As an installation was left by a release that kept neither versions nor what was corrected. */
async function ofBefore() {
  const { petra, sal } = await newsroom()
  const id = await aStory(sal, 'Gates close')
  await publishNow(sal, id)
  await retype(id, sal, { headline: 'Gates closed' })
  await publishNow(sal, id)
  const gone = await aStory(petra, 'A letter')
  await publishNow(petra, gone)
  await withdrawStory(petra, gone, 'It was not so.', 'wrong')
  await db.write(async (tx) => {
    await tx.update(publications).set({ detail: {} })
    await tx.delete(liveVersions)
    await tx.delete(liveCorrections)
  })
}

test('live rows of older rules are made anew once, and then equal the log', async () => {
  await ofBefore()
  const stories = await db.select().from(liveStories)
  expect(await ensureShape(lives, shape)).toBe(true)
  expect(await rebuildLive(lives, { check: true })).toEqual([])
  expect(await db.$count(liveVersions)).toBe(2)
  expect(await db.select().from(liveStories)).toEqual(stories)
  expect(await ensureShape(lives, shape)).toBe(false)
  expect(await ensureShape(lives, shape + 1)).toBe(true)
})

test('where nothing was published yet there is nothing to make', async () => {
  expect(await ensureShape(lives, shape)).toBe(false)
  expect(await db.select().from(liveShape)).toEqual([{ id: 1, version: shape }])
})

test('of processes that start together one does it, and both find it done', async () => {
  await ofBefore()
  const environment = { CHILD_DATABASE: database.url }
  const children = await Promise.all([1, 2].map(() => startChild('lib/testing/child-shape.ts', environment)))
  const said = await Promise.all(children.map(({ line }) => line()))
  expect(said.sort()).toEqual(['false', 'true'])
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0])
  expect(await db.$count(liveVersions)).toBe(2)
}, 60_000)
