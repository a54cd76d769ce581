import { beforeAll, expect, test } from 'vitest'

import { deskForAll } from '#lib/testing/desk'
import { typeHeadline } from '#lib/testing/log'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, typeInto } from '#lib/testing/stories'

import { withdrawStory } from '../commands/withdraw'
import { findStoryByHeadline, searchStoriesForLink, searchStoriesToLink } from './pick'

const desk = deskForAll()
let ids: { ferry: string; gates: string; gone: string; draft: string; secret: string }
beforeAll(async () => {
  const { nadia, tom, sal } = desk
  ids = {
    ferry: await aStory(nadia, 'Crews turn down 4 per cent, leaving the islands with two sailings a day'),
    gates: await aStory(nadia, 'Gates close at five'),
    gone: await aStory(nadia, 'Gates of the chapel found'),
    draft: await aStory(nadia, 'Lock-keepers called back to Harl'),
    secret: await aStory(tom, 'Gates: what members saw', { sectionId: 'politics' }),
  }
  const later = (n: number) => new Date(when.getTime() + n)
  await publishNow(sal, ids.ferry, later(1))
  await publishNow(sal, ids.gates, later(2))
  await publishNow(sal, ids.gone, later(3))
  await withdrawStory(sal, ids.gone, 'It was wrong.', 'wrong', later(4))
})

test('only live stories are offered for a link, newest first, never the story itself', async () => {
  const offered = async (words: string, except = '') =>
    (await searchStoriesForLink(desk.kit, words, except)).map(({ id }) => id)
  expect(await offered('')).toEqual([ids.gates, ids.ferry])
  expect(await offered('gates clo')).toEqual([ids.gates])
  expect(await offered('gates', ids.gates)).toEqual([])
})

test('to link to, live stories come first with their paths; others have none, and are told to who may read them', async () => {
  const found = async (actor: typeof desk.kit, words: string) =>
    (await searchStoriesToLink(actor, words, '')).map(({ id, path, withdrawn }) => [id, path, withdrawn])
  expect(await found(desk.nadia, 'gates')).toEqual([
    [ids.gates, '/river/gates-close-at-five', false],
    [ids.gone, undefined, true],
  ])
  expect(await found(desk.nadia, 'lock keep')).toEqual([[ids.draft, undefined, false]])
  expect(await found(desk.tom, 'what members')).toEqual([[ids.secret, undefined, false]])
  expect((await found(desk.kit, '')).map(([id]) => id)).toEqual([ids.gates, ids.ferry])
  expect(await searchStoriesToLink(desk.nadia, 'gates clo', ids.gates)).toEqual([])
})

test.each([
  ['Crews turn down 4 per cent, leaving the islands with two sailings a day', 'ferry', true],
  ['CREWS turn down 4 per cent – leaving the islands with two sailings a day.', 'ferry', true],
  ['Ferry crews turn down 4 per cent, leaving islands with two sailings a day', 'ferry', false],
  ['Lock keepers called back to Harl', 'draft', true],
] as const)('a pasted line finds its story: %s', async (line, name, exact) =>
  expect(await findStoryByHeadline(desk.nadia, line, '')).toMatchObject({
    id: ids[name],
    exact,
    live: name === 'ferry',
  }),
)

test.each(['Crews vote', '', '—', 'Nothing like it'])('%j finds none', async (line) =>
  expect(await findStoryByHeadline(desk.nadia, line, '')).toBeUndefined(),
)

test('a working copy is found only by those who may read it, a live story by all', async () => {
  expect(await findStoryByHeadline(desk.nadia, 'Gates: what members saw', '')).toBeUndefined()
  expect(await findStoryByHeadline(desk.tom, 'Gates: what members saw', '')).toMatchObject({ id: ids.secret })
  expect(await findStoryByHeadline(desk.tom, 'Gates close at five', '')).toMatchObject({ id: ids.gates })
  expect(await findStoryByHeadline(desk.nadia, 'Gates close at five', ids.gates)).toBeUndefined()
})

test('words of a headline that readers do not have yet are found by nobody who may not read the story', async () => {
  const id = await aStory(desk.nadia, 'Quiet day')
  await publishNow(desk.sal, id)
  await typeInto(id, desk.nadia, typeHeadline('Scandal: '))
  const offered = async (actor: typeof desk.kit) =>
    (await searchStoriesForLink(actor, 'scand', '')).map((one) => one.id)
  expect(await offered(desk.nadia)).toEqual([id])
  expect(await searchStoriesToLink(desk.nadia, 'scand', '')).toMatchObject([{ id, headline: 'Quiet day' }])
  expect(await searchStoriesToLink(desk.kit, 'scand', '')).toEqual([])
  expect(await offered(desk.kit)).toEqual([])
  expect(await findStoryByHeadline(desk.kit, 'Scandal: Quiet day', '')).toBeUndefined()
})
