import { expect, test } from 'vitest'

import { deskForAll } from '#lib/testing/desk'
import { aStory, publishNow, retype, seenNow } from '#lib/testing/stories'

import { publishStory } from '../commands/publish'
import { closeVersion } from '../commands/versions'
import { withdrawStory } from '../commands/withdraw'
import { findToldReaders } from './told-readers'

const desk = deskForAll()

test('versions and corrections of a live story, newest first; who publishes it closes and ticks off', async () => {
  const { nadia, sal, tom } = desk
  const id = await aStory(nadia, 'Two tides')
  await expect(findToldReaders(tom, id)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await findToldReaders(nadia, id)).toEqual({ versions: [], corrections: [], publishes: false })
  await publishNow(sal, id)
  await retype(id, nadia, { headline: 'Three tides' })
  await publishStory(sal, id, await seenNow(id), { change: 'correction', note: 'There were three.' })
  await closeVersion(sal, id, 1, 'wrong')

  const told = await findToldReaders(sal, id)
  expect(told.versions.map(({ number, change, closed, now }) => [number, change, closed, now])).toEqual([
    [2, 'correction', false, true],
    [1, null, true, false],
  ])
  expect(told.corrections.map(({ kind, note }) => [kind, note])).toEqual([['correction', 'There were three.']])
  expect(told.publishes).toBe(true)
  expect((await findToldReaders(nadia, id)).publishes).toBe(false)

  await withdrawStory(sal, id, '', 'wrong')
  expect((await findToldReaders(sal, id)).versions).toEqual([])
})
