import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { storyProjections } from '#lib/story/log/tables'
import { stories } from '#lib/story/tables'
import { failWrites, isSaved, type, until } from '#lib/testing/collab'
import { when } from '#lib/testing/newsroom'
import { floodInRooms, rows, seconds, setStory } from '#lib/testing/rooms'

const { database, desk, leave, opens, server, start } = floodInRooms()

const listed = async () =>
  (await db.select({ headline: storyProjections.headline }).from(storyProjections))[0]?.headline

test('a second after the last edit the lists and the slug say what the text says', async () => {
  const nadia = await opens(desk.nadia)
  type(nadia, 'Storm: ')
  await until(isSaved(nadia))
  await seconds(1)
  expect(await db.select({ headline: storyProjections.headline }).from(storyProjections)).toEqual([
    { headline: 'Storm: River rises' },
  ])
  expect(await db.select({ slug: stories.slug }).from(stories)).toEqual([{ slug: 'storm-river-rises' }])
})

test('lists that could not be written as the last person left are written once they can be', async () => {
  const nadia = await opens(desk.nadia)
  const mend = failWrites(database.db)
  type(nadia, 'Storm: ')
  await until(isSaved(nadia))
  await leave()
  await seconds(0.5)
  mend()
  expect(await listed()).toBe('River rises')
  await until(async () => (await listed()) === 'Storm: River rises')
  await until(async () => (await rows()).length === 1)
})

test('lists that an ended process left behind are written when the story is opened, by whoever only reads too', async () => {
  const nadia = await opens(desk.nadia)
  const mend = failWrites(database.db)
  type(nadia, 'Storm: ')
  await until(isSaved(nadia))
  await leave()
  await server.close()
  mend()
  await start()
  await setStory({ spikedAt: when })
  await opens(desk.nadia)
  await until(async () => (await listed()) === 'Storm: River rises')
})
