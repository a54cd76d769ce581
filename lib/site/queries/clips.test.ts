import { expect, test } from 'vitest'

import { clearMedia, withholdMedia } from '#lib/media/commands/withhold'
import { rendering } from '#lib/site/context'
import { aUse, someBlocks } from '#lib/testing/blocks'
import { databaseForAll } from '#lib/testing/database'
import { aPicture } from '#lib/testing/media'
import { newsroom } from '#lib/testing/newsroom'
import { aStory, publishNow, retype } from '#lib/testing/stories'

import { findClips } from './clips'

databaseForAll()

const clip = (id: string, media: string, caption = '') =>
  ({ type: 'clip', attrs: { id, media, caption, credit: '' } }) as const

test('films and sounds stand in the order of the text, with its words, and wait for what is withheld', async () => {
  const { nadia, sal } = await newsroom()
  const poster = await aPicture(sal)
  const film = await aPicture(sal, { kind: 'video', type: 'video/mp4', poster })
  const sound = await aPicture(sal, { kind: 'audio', type: 'audio/mpeg' })
  const main = aUse(poster)
  const [story, silent] = [await aStory(nadia, 'Bells'), await aStory(nadia, 'Nothing rings', { main })]
  const content = someBlocks('It rings.', clip('b1', sound, 'At high water.'), clip('b2', film))
  await retype(story, nadia, { body: { type: 'doc', content } })
  for (const one of [story, silent]) await publishNow(sal, one)
  const ask = () => rendering(() => findClips(`${story} ${silent}`))
  const { answer, render } = await ask()
  expect([...answer.keys()]).toEqual([story])
  expect(answer.get(story)).toMatchObject([
    { item: { id: sound }, use: { caption: 'At high water.' }, poster: undefined },
    { item: { id: film }, poster: { id: poster } },
  ])
  for (const id of [sound, film]) expect(render.keys).toContain(`media:${id}`)
  await withholdMedia(sal, sound)
  await withholdMedia(sal, film)
  const without = await ask()
  expect(without.answer.get(story)).toEqual([])
  for (const id of [sound, film]) expect(without.render.keys).toContain(`media:${id}`)
  await clearMedia(sal, film)
  expect((await ask()).answer.get(story)).toMatchObject([{ item: { id: film } }])
})
