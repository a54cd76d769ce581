import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { liveStories } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { aStory, publishNow } from '#lib/testing/stories'

import { loadStory } from '../queries/load'
import { setFields } from './fields'
import { spikeStory } from './spike'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

const live = async (id: string) => {
  const [row] = await db.select({ slug: liveStories.slug }).from(liveStories).where(eq(liveStories.subject, id))
  return row
}

const taken = (free: string) => ({
  fields: { slug: expect.stringContaining(`“${free}” is free`) },
  detail: { free },
})

test('a slug that moved for readers stays its story’s: links go on leading there', async () => {
  const first = await aStory(desk.nadia, 'Address')
  await publishNow(desk.sal, first)
  await setFields(desk.sal, first, 1, { slug: 'elsewhere' })
  const second = await aStory(desk.nadia, 'Address')
  expect((await loadStory(db, second)).slug).toBe('address-2')
  await publishNow(desk.sal, first)
  await expect(setFields(desk.sal, second, 1, { slug: 'address' })).rejects.toMatchObject(taken('address-2'))
  await setFields(desk.sal, first, 2, { slug: 'address' })
  await publishNow(desk.sal, first)
  expect(await live(first)).toMatchObject({ slug: 'address' })
})

test('a withdrawn story’s slug is not given away, be it spiked or moved to another section', async () => {
  const id = await aStory(desk.nadia, 'Old address')
  await publishNow(desk.sal, id)
  await withdrawStory(desk.sal, id, '', 'legal')
  await setFields(desk.petra, id, 1, { sectionId: 'politics', slug: 'new-address' })
  await spikeStory(desk.petra, id)
  const other = await aStory(desk.nadia, 'Old address')
  expect((await loadStory(db, other)).slug).toBe('old-address-2')
  await expect(setFields(desk.sal, other, 1, { slug: 'old-address' })).rejects.toMatchObject(taken('old-address-2'))
})

test('a section that has a story at the same address takes no second one in', async () => {
  const id = await aStory(desk.nadia, 'Two sections')
  await publishNow(desk.sal, id)
  const other = await aStory(desk.tom, 'Two sections', { sectionId: 'politics' })
  await publishNow(desk.sal, other)
  await expect(setFields(desk.sal, other, 1, { sectionId: 'river' })).rejects.toMatchObject(taken('two-sections-2'))
  const moved = await setFields(desk.sal, other, 1, { sectionId: 'river', slug: 'two-sections-2' })
  expect(moved.slug).toBe('two-sections-2')
})
