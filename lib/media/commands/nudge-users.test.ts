import { asc, gt } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { lastNudge } from '#lib/story/queries/nudges'
import { storyNudges } from '#lib/story/tables'
import { aClip, aUse } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { aDocument, aStory, retype } from '#lib/testing/stories'

import { cutMedia, editMedia } from './edit'
import { setPoster } from './film'
import { clearMedia, removeMedia, withholdMedia } from './withhold'

const desk = deskForAll()

/** Stories whose screens are told to ask the library again, by what was done. */
async function toldBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = await lastNudge()
  await act()
  const rows = await db.select().from(storyNudges).where(gt(storyNudges.seq, before)).orderBy(asc(storyNudges.seq))
  return rows.flatMap(({ storyId, about }) => (about === 'media' ? [storyId] : [])).sort()
}

async function withClip(headline: string, media: string) {
  const story = await aStory(desk.nadia, headline)
  const { body } = aDocument('', 'The ferry sails.')
  await retype(story, desk.nadia, { body: { ...body, content: [...body.content, aClip(media)] } })
  return story
}

test('whatever changes of it is told to stories that show it, a poster’s to those of its film, and to no other', async () => {
  const picture = await aPicture(desk.nadia)
  const film = await aPicture(desk.nadia, { kind: 'video', type: 'video/mp4', poster: picture })
  const asMain = await aStory(desk.nadia, 'At the gates', { main: aUse(picture) })
  const inText = await withClip('By ferry', film)
  await aStory(desk.nadia, 'Without any', { main: aUse(await aPicture(desk.nadia)) })
  const both = [asMain, inText].sort()
  expect(await toldBy(() => editMedia(desk.sal, picture, 1, { alt: 'Gate four' }))).toEqual(both)
  expect(await toldBy(() => cutMedia(desk.sal, picture, 2, { focus: { x: 0.1, y: 0.2 } }))).toEqual(both)
  expect(await toldBy(() => withholdMedia(desk.sal, picture))).toEqual(both)
  expect(await toldBy(() => clearMedia(desk.sal, picture))).toEqual(both)
  expect(await toldBy(() => setPoster(desk.nadia, film, 1, null))).toEqual([inText])
  expect(await toldBy(() => removeMedia(desk.sal, picture))).toEqual([asMain])
})

test('what a colleague puts into a text is told to who is in it, and may have been refused a look before', async () => {
  const film = await aPicture(desk.sal, { kind: 'video', type: 'video/mp4' })
  let story = ''
  const told = await toldBy(async () => (story = await withClip('A film of ours', film)))
  expect(told).toEqual([story])
  expect(await toldBy(() => retype(story, desk.nadia, { headline: 'A film of ours, again' }))).toEqual([])
})
