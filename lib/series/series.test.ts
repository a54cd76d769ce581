import { beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { findFormer } from '#lib/site/queries/addresses'
import { findSeries, listSeries as listShown, partOf } from '#lib/site/queries/series'
import { liveSeriesParts } from '#lib/site/tables'
import { removeStory } from '#lib/story/commands/remove'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { deskForEach } from '#lib/testing/desk'
import { person, when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { addSeries, publishSeries, removeSeries, saveSeries, takeDownSeries } from './commands'
import { listSeries } from './queries'

const desk = deskForEach()
let one: string
let two: string
let three: string
beforeEach(async () => {
  one = await aStory(desk.sal, 'Spring')
  two = await aStory(desk.sal, 'Weir')
  three = await aStory(desk.sal, 'Bar')
})

const said = { name: 'The walk', slug: 'the-walk', standfirst: 'Down to the sea.' }
/** A series of these parts, as readers have it. */
async function shown(parts: string[]) {
  const id = await addSeries(desk.sal, 'The walk', when)
  await publishSeries(desk.sal, id, await saveSeries(desk.sal, id, 1, { ...said, parts }, when), when)
  return id
}
const publish = (id: string) => publishNow(desk.sal, id)

test('a part that readers do not have is neither shown nor counted, and takes its place when it comes', async () => {
  await shown([one, two, three])
  expect(await findSeries('the-walk')).toBeUndefined()
  expect(await listShown()).toEqual([])
  for (const id of [one, three]) await publish(id)
  expect(await findSeries('the-walk')).toMatchObject({ name: 'The walk', parts: [one, three] })
  expect(await partOf(one)).toMatchObject({ number: 1, of: 2, next: { headline: 'Bar', number: 2 } })
  expect(await partOf(two)).toBeUndefined()
  await publish(two)
  expect(await partOf(three)).toMatchObject({ number: 3, of: 3, previous: { headline: 'Weir', path: '/river/weir' } })
})

test('a withdrawn part leaves at once, and the last takes the series with it', async () => {
  await shown([one, two])
  for (const id of [one, two]) await publish(id)
  await withdrawStory(desk.sal, one, '', 'wrong', when)
  expect(await partOf(two)).toMatchObject({ number: 1, of: 1, previous: undefined })
  await withdrawStory(desk.sal, two, '', 'wrong', when)
  expect(await findSeries('the-walk')).toBeUndefined()
  expect(await findFormer('/series/the-walk')).toBeUndefined()
})

test('readers get a draft when it is published, and not before', async () => {
  await publish(one)
  const id = await addSeries(desk.sal, 'The walk', when)
  const version = await saveSeries(desk.sal, id, 1, { ...said, parts: [one] }, when)
  expect(await findSeries('the-walk')).toBeUndefined()
  expect(await db.$count(liveSeriesParts)).toBe(0)
  await publishSeries(desk.sal, id, version, when)
  await saveSeries(desk.sal, id, version, { ...said, name: 'Another walk', parts: [two, one] }, when)
  expect(await findSeries('the-walk')).toMatchObject({ name: 'The walk', parts: [one] })
  expect(await listSeries(desk.sal)).toMatchObject([{ name: 'Another walk', live: true, waits: true }])
})

test('an earlier address leads to the present one, until readers have the series no more', async () => {
  await publish(one)
  const id = await shown([one])
  const version = await saveSeries(desk.sal, id, 2, { ...said, slug: 'walk', parts: [one] }, when)
  await publishSeries(desk.sal, id, version, when)
  expect(await findFormer('/series/the-walk')).toEqual({ state: 'moved', to: '/series/walk' })
  await takeDownSeries(desk.sal, id, when)
  expect(await findFormer('/series/the-walk')).toBeUndefined()
  expect(await findFormer('/series/walk')).toBeUndefined()
  await publishSeries(desk.sal, id, version, when)
  expect(await findFormer('/series/the-walk')).toEqual({ state: 'moved', to: '/series/walk' })
  await removeSeries(desk.sal, id, when)
  expect([await findSeries('walk'), await findFormer('/series/the-walk')]).toEqual([undefined, undefined])
  expect(await db.$count(liveSeriesParts)).toBe(0)
})

test('editors make series, and nobody else knows of them', async () => {
  const id = await shown([one])
  for (const other of [desk.nadia, desk.kit]) {
    expect(await listSeries(other)).toEqual([])
    await expect(addSeries(other, 'Mine', when)).rejects.toThrow('was not found')
    for (const act of [
      publishSeries(other, id, 2, when),
      takeDownSeries(other, id, when),
      removeSeries(other, id, when),
    ])
      await expect(act).rejects.toThrow('was not found')
    await expect(saveSeries(other, id, 2, { ...said, parts: [] }, when)).rejects.toThrow('was not found')
  }
})

test('what an editor may not read is added by nobody but those who may, and not told', async () => {
  const elsewhere = person('petra', 'editor', ['sport'])
  const id = await shown([one])
  await expect(saveSeries(elsewhere, id, 2, { ...said, parts: [one, two] }, when)).rejects.toMatchObject({
    fields: { parts: 'One of these stories is not there any more.' },
  })
  // What is in it already may stay, in another order too.
  await publish(three)
  expect(await saveSeries(elsewhere, id, 2, { ...said, parts: [three, one] }, when)).toBe(3)
  expect(await listSeries(elsewhere)).toMatchObject([{ parts: [{ state: 'live' }, { state: 'hidden' }] }])
  expect(JSON.stringify(await listSeries(elsewhere))).not.toContain('Spring')
})

test('a story is a part of one series, and an address of one', async () => {
  await shown([one])
  const other = await addSeries(desk.sal, 'The walk', when)
  expect((await listSeries(desk.sal)).map(({ slug }) => slug).sort()).toEqual(['the-walk', 'the-walk-2'])
  const save = (given: object) => saveSeries(desk.sal, other, 1, { ...said, slug: 'back', parts: [], ...given }, when)
  await expect(save({ parts: [one] })).rejects.toMatchObject({ fields: { parts: '“Spring” is a part of The walk.' } })
  await expect(save({ slug: 'the-walk' })).rejects.toMatchObject({ fields: { slug: 'The walk has this address.' } })
  await expect(save({ slug: 'Back!' })).rejects.toMatchObject({
    fields: { slug: expect.stringContaining('lower-case') },
  })
  for (const name of [' ', '\u0002'])
    await expect(save({ name })).rejects.toMatchObject({ fields: { name: 'A series has a name.' } })
  const version = await save({})
  await expect(publishSeries(desk.sal, other, version, when)).rejects.toThrow('Add its first story')
})

test('an address that readers know is another’s only once they know it no more', async () => {
  const first = await shown([one])
  const moved = await saveSeries(desk.sal, first, 2, { ...said, slug: 'walk', parts: [one] }, when)
  const other = await addSeries(desk.sal, 'The walk', when)
  expect((await listSeries(desk.sal)).find(({ id }) => id === other)?.slug).toBe('the-walk-2')
  const parts = [two]
  const taken = { fields: { slug: 'Readers have The walk at this address.' } }
  await expect(saveSeries(desk.sal, other, 1, { ...said, parts }, when)).rejects.toMatchObject(taken)
  await publishSeries(desk.sal, first, moved, when)
  const version = await saveSeries(desk.sal, other, 1, { ...said, parts }, when)
  await publishSeries(desk.sal, other, version, when)
  for (const id of [one, two]) await publish(id)
  expect((await findSeries('the-walk'))?.parts).toEqual([two])
  expect((await findSeries('walk'))?.parts).toEqual([one])
})

test('who was slower is told, and nothing is overwritten', async () => {
  const id = await shown([one])
  await expect(saveSeries(desk.petra, id, 1, { ...said, name: 'Mine', parts: [] }, when)).rejects.toMatchObject({
    reason: 'conflict',
    detail: { version: 2, name: 'The walk', parts: 1 },
  })
  await expect(publishSeries(desk.petra, id, 1, when)).rejects.toMatchObject({ reason: 'conflict' })
})

test('a story that is removed leaves no gap', async () => {
  await shown([one, two])
  for (const id of [one, two]) await publish(id)
  await removeStory(null, one, when)
  expect(await partOf(two)).toMatchObject({ number: 1, of: 1 })
  expect(await listSeries(desk.sal)).toMatchObject([{ parts: [{ id: one, state: 'hidden' }, { state: 'live' }] }])
})
