import { beforeAll, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { sitemap } from '#lib/site/feeds/sitemap'
import { newsArticle } from '#lib/site/metadata/json-ld'
import { storyTags } from '#lib/site/metadata/tags'
import { setFields } from '#lib/story/commands/fields'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { loadStory } from '#lib/story/queries/load'
import { deskForAll } from '#lib/testing/desk'
import { aStory, publishNow } from '#lib/testing/stories'

import { listStoryAddresses } from './maps'
import { findPaper } from './paper'
import { findStory } from './story'

const desk = deskForAll()
let original: string
let welsh: string
let arabic: string
beforeAll(async () => {
  original = await aStory(desk.nadia, 'High tide')
  welsh = await aStory(desk.nadia, 'Penllanw', { language: 'cy', original })
  arabic = await aStory(desk.nadia, 'Madd', { language: 'ar', original })
})

const of = async (slug: string) => (await findStory('river', slug))!
const told = async (slug: string) => (await of(slug)).translations.map(({ language, path }) => `${language} ${path}`)

test('stories name their translations and each other as soon as readers have them, and no sooner', async () => {
  await publishNow(desk.sal, original)
  expect(await told('high-tide')).toEqual([])
  await publishNow(desk.sal, welsh)
  await publishNow(desk.sal, arabic)
  expect(await told('high-tide')).toEqual(['cy /river/penllanw', 'ar /river/madd'])
  expect(await told('penllanw')).toEqual(['en-GB /river/high-tide', 'ar /river/madd'])
})

test('the head, the sitemap and JSON-LD say the same', async () => {
  const paper = await findPaper()
  const [english, translated] = [await of('high-tide'), await of('penllanw')]
  const languages = {
    'en-GB': `${paper.url}/river/high-tide`,
    cy: `${paper.url}/river/penllanw`,
    ar: `${paper.url}/river/madd`,
  }
  expect(storyTags(paper, english).alternates).toMatchObject({ languages })
  expect(storyTags(paper, translated).alternates).toMatchObject({ languages })
  expect(newsArticle(paper, translated)).toMatchObject({ translationOfWork: { '@id': languages['en-GB'] } })
  expect(newsArticle(paper, english)).toMatchObject({ workTranslation: [{ inLanguage: 'cy' }, { inLanguage: 'ar' }] })
  const map = sitemap(paper, await listStoryAddresses(1))
  for (const [language, url] of Object.entries(languages))
    expect(map.split(`<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`)).toHaveLength(4)
})

test('two in one language are not both named; a copy of an agency’s names none in its head', async () => {
  const second = await aStory(desk.nadia, 'Penllanw eto', { language: 'cy', original })
  await publishNow(desk.sal, second)
  expect(await told('high-tide')).toEqual(['cy /river/penllanw', 'ar /river/madd'])
  expect(await told('penllanw-eto')).toEqual(['en-GB /river/high-tide', 'ar /river/madd'])
  const { version } = await loadStory(db, arabic)
  await setFields(desk.sal, arabic, version, { canonicalUrl: 'https://agency.example/1' })
  await publishNow(desk.sal, arabic)
  expect(storyTags(await findPaper(), await of('madd')).alternates).not.toHaveProperty('languages')
  await withdrawStory(desk.sal, second, 'It was wrong.', 'wrong')
})

test('what is withdrawn is named no more; its translations stay together', async () => {
  await withdrawStory(desk.sal, original, 'It was wrong.', 'wrong')
  expect(await told('penllanw')).toEqual(['ar /river/madd'])
  await withdrawStory(desk.sal, arabic, 'It was wrong.', 'wrong')
  expect(await told('penllanw')).toEqual([])
  expect(sitemap(await findPaper(), await listStoryAddresses(1))).not.toContain('hreflang')
})
