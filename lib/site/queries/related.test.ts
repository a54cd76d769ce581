import { expect, test } from 'vitest'

import { deskForAll } from '#lib/testing/desk'
import { aDocument, aStory, publishNow } from '#lib/testing/stories'
import { addTopic } from '#lib/topic/commands'

import { listPicked, listRelated } from './related'

const desk = deskForAll()

test('related are those on its topics and those that speak of the same; none that is paid for or in another language', async () => {
  const tide = await addTopic(desk.nadia, 'Tide')
  const live = async (headline: string, given = {}) => {
    const id = await aStory(desk.nadia, headline, { document: aDocument(headline, 'So it is.'), ...given })
    await publishNow(desk.sal, id)
    return id
  }
  const topics = [tide]
  const own = await live('Corroded hinges stop the barrier', { topics })
  const elsewhere = await live('Council votes on the budget', { topics, sectionId: 'politics' })
  const alike = await live('Barrier hinges were corroded before')
  await live('Sail with us', { topics, sponsor: 'Harl Ferries' })
  await live('Penllanw', { topics, language: 'cy' })
  for (let i = 0; i < 12; i += 1) await live(`Matter ${i} of the parish${i}`)
  const draft = await aStory(desk.nadia, 'Corroded hinges, again', { topics })
  const found = (await listRelated(own, 'river', tide, 9)).map(({ id }) => id)
  expect(found.toSorted()).toEqual([elsewhere, alike].toSorted())
  expect((await listPicked(`${draft} ${alike} ${elsewhere}`)).map(({ id }) => id)).toEqual([alike, elsewhere])
})
