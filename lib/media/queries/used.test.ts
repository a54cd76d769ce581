import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { setFace } from '#lib/people/commands/face'
import { makePreviewLink } from '#lib/preview/commands'
import { setFields } from '#lib/story/commands/fields'
import { loadStory } from '#lib/story/queries/load'
import { anImage, aUse, someBlocks } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { aStory, publishNow, retype } from '#lib/testing/stories'

import { media } from '../tables'
import { findFile } from './find'
import { listUsed } from './used'

const desk = deskForAll()

test('who reads a story is told what the library says of what it uses; of what is gone there is nothing', async () => {
  const picture = await aPicture(desk.nadia, { alt: 'Gate four', rights: 'unclear' })
  const story = await aStory(desk.nadia, 'Gates close')
  expect(await listUsed(desk.nadia, story, [picture, 'gone'])).toEqual([
    expect.objectContaining({ id: picture, alt: 'Gate four', rights: 'unclear', width: 2560, elsewhere: false }),
  ])
  await expect(listUsed(desk.tom, story, [picture])).rejects.toThrow('not found')
})

test('a picture that another story shows readers is told as such, and not of the story itself', async () => {
  const picture = await aPicture(desk.nadia)
  const [one, two] = [
    await aStory(desk.nadia, 'Gates open', { main: aUse(picture) }),
    await aStory(desk.nadia, 'Gates stick'),
  ]
  await publishNow(desk.sal, one)
  const told = async (story: string) => (await listUsed(desk.nadia, story, [picture])).map(({ elsewhere }) => elsewhere)
  expect([await told(one), await told(two)]).toEqual([[false], [true]])
})

test('a poster is shown elsewhere where a film of another story has it, a face wherever it is', async () => {
  const [poster, film, face] = [await aPicture(desk.nadia), await aPicture(desk.nadia), await aPicture(desk.nadia)]
  await db.write(async (tx) => void (await tx.update(media).set({ kind: 'video', poster }).where(eq(media.id, film))))
  const [one, two] = [
    await aStory(desk.nadia, 'Gates on film', { main: aUse(film) }),
    await aStory(desk.nadia, 'Gates in print'),
  ]
  await publishNow(desk.sal, one)
  await setFace(desk.petra, 'nadia', face)
  const told = async (story: string) =>
    Object.fromEntries((await listUsed(desk.nadia, story, [poster, face])).map(({ id, elsewhere }) => [id, elsewhere]))
  expect(await told(one)).toEqual({ [poster]: false, [face]: true })
  expect(await told(two)).toEqual({ [poster]: true, [face]: true })
})

test('a contributor has the files of others’ pictures only where a story of theirs shows them', async () => {
  const picture = await aPicture(desk.sal)
  const story = await aStory(desk.kit, 'From the quay')
  expect(await findFile(desk.kit, picture)).toBeUndefined()
  await setFields(desk.petra, story, 1, { main: aUse(picture) })
  expect(await findFile(desk.kit, picture)).toMatchObject({ kind: 'picture' })
})

test('a contributor who knows an id of another’s picture does not see it by naming it in a story of his own', async () => {
  const hers = await aPicture(desk.nadia)
  const story = await aStory(desk.kit, 'By the gates')
  const name = async (by: typeof desk.kit, id = story) => {
    const { version } = await loadStory(db, id)
    await setFields(by, id, version, { main: aUse(hers) })
  }
  const show = (by: typeof desk.kit) => {
    return retype(story, by, {
      body: { type: 'doc', content: someBlocks(`Written by ${by.name}.`, anImage(hers, { id: `by-${by.id}` })) },
    })
  }
  await expect(name(desk.kit)).rejects.toThrow('no longer in the library')
  await show(desk.kit)
  expect(await findFile(desk.kit, hers)).toBeUndefined()
  expect(await listUsed(desk.kit, story, [hers])).toEqual([])
  const link = { label: 'For me', hours: 24 }
  await expect(makePreviewLink(desk.kit, story, link)).rejects.toMatchObject({ reason: 'forbidden' })
  await show(desk.sal)
  expect(await findFile(desk.kit, hers)).toBeDefined()
  expect(await listUsed(desk.kit, story, [hers])).toMatchObject([{ id: hers, mayOpen: false }])
  expect(await listUsed(desk.sal, story, [hers])).toMatchObject([{ id: hers, mayOpen: true }])
  await makePreviewLink(desk.kit, story, link)
  await retype(story, desk.sal, { body: { type: 'doc', content: someBlocks('Without it.') } })
  expect(await findFile(desk.kit, hers)).toBeUndefined()
  await name(desk.sal)
  await name(desk.kit)
  expect(await findFile(desk.kit, hers)).toBeDefined()
})
