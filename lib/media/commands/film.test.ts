import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { listAudit } from '#lib/audit/queries/list'
import type { Actor } from '#lib/auth/actor'
import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { rebuildLive } from '#lib/publication/rebuild'
import { liveMedia } from '#lib/site/tables'
import { aClip, anImage, aUse } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { buildProgram } from '#lib/testing/program'
import { aDocument, aStory, publishNow, retype } from '#lib/testing/stories'

import { findCaptions, findMedia } from '../queries/find'
import { editMedia } from './edit'
import { setCaptions as setBy, setPoster } from './film'

const desk = deskForAll()
let built: Awaited<ReturnType<typeof buildProgram>>
beforeAll(async () => {
  built = await buildProgram('lib/media/captions/child.ts')
})
afterAll(async () => {
  built.remove()
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

const film = (by = desk.nadia) => aPicture(by, { kind: 'video', type: 'video/mp4', seconds: 12, name: 'ferry.mp4' })
const setCaptions = (by: Actor, id: string, seen: number, text: string, language: string) =>
  setBy(by, id, seen, text, language, built.file)
const live = async (id: string) => (await db.select().from(liveMedia).where(eq(liveMedia.subject, id)))[0]

test('a poster is a picture that may be shown; readers of the film have it with the film, and lose the one before', async () => {
  const [id, first, second] = [await film(), await aPicture(desk.nadia), await aPicture(desk.nadia, { alt: '' })]
  const unclear = await aPicture(desk.nadia, { rights: 'unclear' })
  await expect(setPoster(desk.nadia, id, 1, unclear)).rejects.toThrow('This picture is not cleared')
  await expect(setPoster(desk.nadia, id, 1, await film())).rejects.toThrow('A poster is a picture.')
  await expect(setPoster(desk.nadia, first, 1, second)).rejects.toThrow('Only a film has a poster.')
  await expect(setPoster(desk.nadia, id, 1, 'nothing')).rejects.toMatchObject({ reason: 'not-found' })
  expect(await setPoster(desk.nadia, id, 1, first)).toBe(2)
  expect(await live(first)).toBeUndefined()

  const story = await aStory(desk.nadia, 'Ferry')
  const { body } = aDocument('', 'The ferry sails.')
  await retype(story, desk.nadia, { body: { ...body, content: [...body.content, anImage(id)] } })
  await publishNow(desk.sal, story)
  expect((await live(id))?.poster).toBe(first)
  expect(await live(first)).toBeDefined()
  await setPoster(desk.sal, id, 2, second)
  expect([await live(first), Boolean(await live(second))]).toEqual([undefined, true])
  await setPoster(desk.sal, id, 3, null)
  expect(await live(second)).toBeUndefined()
  expect((await live(id))?.poster).toBeNull()
})

test('a film goes to nobody with a poster that may not be shown any more, nor with one that was shown once already', async () => {
  const [id, poster] = [await film(), await aPicture(desk.nadia)]
  await setPoster(desk.nadia, id, 1, poster)
  const story = await aStory(desk.nadia, 'Ferry again')
  const { body } = aDocument('', 'The ferry sails again.')
  await retype(story, desk.nadia, { body: { ...body, content: [...body.content, aClip(id)] } })
  await editMedia(desk.nadia, poster, 1, { rights: 'unclear' })
  await expect(publishNow(desk.sal, story)).rejects.toThrow('The poster of “ferry.mp4” is not cleared')
  expect([await live(id), await live(poster)]).toEqual([undefined, undefined])
  await editMedia(desk.nadia, poster, 2, { rights: 'one-time' })
  await publishNow(desk.sal, await aStory(desk.nadia, 'Once', { main: aUse(poster) }))
  await expect(publishNow(desk.sal, story)).rejects.toThrow('The poster of “ferry.mp4” was cleared for one use')
})

test('captions are kept with their language, and taken away without one', async () => {
  const id = await film()
  const text = 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe ferry sails.\n'
  await expect(setCaptions(desk.nadia, id, 1, text, 'no language')).rejects.toMatchObject({
    fields: { language: expect.stringContaining('Not a language') },
  })
  await setCaptions(desk.nadia, id, 1, text, 'en-gb')
  expect(await findMedia(desk.nadia, id)).toMatchObject({ captionsLanguage: 'en-GB', version: 2 })
  expect(await findCaptions(desk.nadia, id)).toMatch(/^WEBVTT\n\n.*-->.*\nThe ferry sails\.\n$/)
  await setCaptions(desk.nadia, id, 2, '', '')
  expect(await findMedia(desk.nadia, id)).toMatchObject({ captions: '', captionsLanguage: '' })
  await expect(setCaptions(desk.nadia, await aPicture(desk.nadia), 1, text, 'en')).rejects.toThrow('no captions')
  const { rows } = await listAudit(desk.petra, { kind: 'media' }, { size: 20 })
  expect(rows.filter((row) => row.id === id).map(({ act }) => act)).toEqual(['edit-media', 'edit-media'])
})

test('who may not change a film changes neither; who saw an older one is told', async () => {
  const id = await film()
  for (const act of [() => setPoster(desk.tom, id, 1, null), () => setCaptions(desk.tom, id, 1, '', '')])
    await expect(act()).rejects.toMatchObject({ reason: 'forbidden' })
  for (const act of [() => setPoster(desk.kit, id, 1, null), () => setCaptions(desk.kit, id, 1, '', '')])
    await expect(act()).rejects.toMatchObject({ reason: 'not-found' })
  await setPoster(desk.sal, id, 1, null)
  await expect(setPoster(desk.nadia, id, 1, null)).rejects.toMatchObject({
    reason: 'conflict',
    detail: { version: 2, theirs: { name: 'ferry.mp4', rights: 'owned' } },
  })
})
