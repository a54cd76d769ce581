import { expect, test } from 'vitest'

import { aClip, aUse } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { aDocument, aStory, publishNow, retype } from '#lib/testing/stories'

import { findCaptions, findFile, findMedia } from './find'
import { listMedia } from './list'

const desk = deskForAll()

test('contributors see, and read the files of, what they put there; all others of everything', async () => {
  const [hers, kits] = [await film(desk.nadia), await film(desk.kit)]
  const seenBy = async (actor: typeof desk.kit, id: string) => [
    Boolean(await findMedia(actor, id)),
    Boolean(await findFile(actor, id)),
    Boolean(await findCaptions(actor, id)),
  ]
  for (const actor of [desk.nadia, desk.tom, desk.sal, desk.petra])
    for (const id of [hers, kits]) expect(await seenBy(actor, id), actor.id).toEqual([true, true, true])
  expect(await seenBy(desk.kit, kits)).toEqual([true, true, true])
  expect(await seenBy(desk.kit, hers)).toEqual([false, false, false])
  expect(await seenBy(desk.petra, 'nothing')).toEqual([false, false, false])
})

test('who put it there, and editors, may change it; once readers see it, editors alone', async () => {
  const id = await aPicture(desk.nadia)
  const changers = async () => {
    const all = [desk.kit, desk.nadia, desk.tom, desk.sal, desk.petra]
    const found = await Promise.all(all.map((actor) => findMedia(actor, id)))
    return all.filter((_, i) => found[i]?.mayEdit).map((actor) => actor.id)
  }
  expect(await changers()).toEqual(['nadia', 'sal', 'petra'])
  await publishNow(desk.sal, await aStory(desk.nadia, 'Gates', { main: aUse(id) }))
  expect(await changers()).toEqual(['sal', 'petra'])
})

test('in a story that they read, contributors see and hear the films of others, and see their posters', async () => {
  const [poster, other] = [await aPicture(desk.nadia), await aPicture(desk.nadia)]
  const id = await film(desk.nadia, { poster })
  const { body } = aDocument('', 'The ferry sails.')
  const story = await aStory(desk.kit, 'Ferries')
  await retype(story, desk.nadia, { body: { ...body, content: [...body.content, aClip(id)] } })
  const seen = [await findFile(desk.kit, id), await findCaptions(desk.kit, id), await findFile(desk.kit, poster)]
  expect(seen.map(Boolean)).toEqual([true, true, true])
  expect(await findFile(desk.kit, other)).toBeUndefined()
})

function film(by: typeof desk.kit, change: { poster?: string } = {}) {
  const captions = 'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nThe ferry sails.\n'
  const row = { kind: 'video', type: 'video/mp4', captions, captionsLanguage: 'en', version: 2 } as const
  return aPicture(by, { ...row, ...change })
}

test('a place that there is not is the first page’s', async () => {
  await film(desk.nadia)
  for (const after of ['9007199254740993.a', '8640000000000001.a', 'none'])
    expect((await listMedia(desk.nadia, {}, { size: 1, after })).rows).toHaveLength(1)
})
