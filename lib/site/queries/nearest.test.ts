import { beforeAll, expect, test } from 'vitest'

import { databaseForAll } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'
import { aDocument, aStory, publishNow } from '#lib/testing/stories'

import { rendering } from '../context'
import { findNearest } from './nearest'

databaseForAll()
beforeAll(async () => {
  const { petra } = await newsroom()
  const texts = { 'Barrier hinges': 'They rusted.', 'Barrier painted': 'It is grey.', 'Eels come back': 'They waited.' }
  for (const [headline, text] of Object.entries(texts))
    await publishNow(petra, await aStory(petra, headline, { document: aDocument(headline, text) }, when))
  await aStory(petra, 'Barrier secret', { document: aDocument('Barrier secret', 'Hinges.') }, when)
})

const found = async (words: string) => (await findNearest(words)).map(({ headline }) => headline)

test('stories with all the words come first, then those with half of them, and no others', async () => {
  expect(await found('barrier hinges')).toEqual(['Barrier hinges', 'Barrier painted'])
  expect(await found('barrier hinges rusted')).toEqual(['Barrier hinges'])
  expect(await found('hinges of old trawlers rust')).toEqual([])
})

test('a word may be cut short, and its order is no matter', async () => {
  expect(await found('hinges barr')).toEqual(['Barrier hinges', 'Barrier painted'])
  expect(await found('eels come bac')).toEqual(['Eels come back'])
})

test('what readers do not have is not near', async () => expect(await found('secret')).toEqual([]))

test('nothing is near nothing, and that may change with any story', async () => {
  const { answer, render } = await rendering(() => findNearest('zeppelins'))
  expect(answer).toEqual([])
  expect([...render.keys]).toEqual(['search:'])
  expect(await found('')).toEqual([])
})
