import { expect, test } from 'vitest'

import { aStoryShown } from '#lib/testing/a-story-shown'
import { aShown } from '#lib/testing/shown'

import type { Paper } from '../queries/paper'
import { newsArticle, scriptJson } from './json-ld'
import { pageTags, storyTags } from './tags'

const paper: Paper = { name: 'Courier', zone: 'Europe/London', language: 'en-GB', url: 'https://paper.example' }
const story = aStoryShown()

test('a page’s title has the paper’s name, which makes way for a long one', () => {
  const title = (given: string) => pageTags(paper, { title: given, description: '', path: '/' }).title
  expect(title('River')).toBe('River | Courier')
  expect(title('')).toBe('Courier')
  expect(title('a'.repeat(60))).toBe(`${'a'.repeat(60)} | Courier`)
  expect(title('a'.repeat(61))).toBe('a'.repeat(61))
})

test('what an editor wrote for search engines goes before headline and standfirst; other sites get the headline', () => {
  const tags = storyTags(paper, { ...story, searchTitle: 'Tide gates', searchDescription: 'When they close.' })
  expect([tags.title, tags.description]).toEqual(['Tide gates | Courier', 'When they close.'])
  expect([tags.openGraph.title, tags.openGraph.description]).toEqual(['Gates close at five', 'And open at nine.'])
  expect(storyTags(paper, story).title).toBe('Gates close at five | Courier')
})

test('the canonical address is the story’s own, or that of the agency’s copy', () => {
  expect(storyTags(paper, story).alternates.canonical).toBe('https://paper.example/river/gates')
  const copy = { ...story, canonicalUrl: 'https://agency.example/1' }
  expect(storyTags(paper, copy).alternates.canonical).toBe('https://agency.example/1')
})

test('a page that should not be found has no canonical address', () => {
  const tags = pageTags(paper, { title: 'Search', description: '', path: '/search', index: false })
  expect(tags).toMatchObject({ robots: { index: false, follow: true } })
  expect(tags).not.toHaveProperty('alternates')
})

test('a page with a feed of its own names that one before the paper’s', () => {
  const feed = { path: '/corrections/feed.xml', title: 'Corrections' }
  const tags = pageTags(paper, { title: 'Corrections', description: '', path: '/corrections', feed })
  expect(tags).toMatchObject({
    alternates: { types: { 'application/rss+xml': [{ url: 'https://paper.example/corrections/feed.xml' }, {}] } },
  })
})

test('a story’s picture is told to machines in three shapes, with its words', () => {
  const { image } = newsArticle(paper, { ...story, picture: aShown() })
  const file = (width: number, height: number) => ({ '@type': 'ImageObject', width, height, creditText: 'Imre Caddow' })
  expect(image).toMatchObject([file(1500, 844), file(1333, 1000), file(1000, 1000)])
  expect(image?.[0]).toMatchObject({
    url: expect.stringMatching(/^https:\/\/paper\.example\/media\/gate\/0123456789ab-[0-9a-f]{8}\/1920\.jpeg$/),
    caption: 'Gate four at dusk.',
  })
  expect(storyTags(paper, story).robots).toEqual({ 'max-image-preview': 'large' })
})

test('a story without a picture, or with one too small to be shown, has its card there', () => {
  for (const picture of [undefined, aShown({ width: 300, height: 300 })]) {
    const { image } = newsArticle(paper, { ...story, picture })
    const { url } = storyTags(paper, { ...story, picture }).openGraph.images[0]!
    expect(image).toEqual([{ '@type': 'ImageObject', url, width: 1200, height: 630, caption: 'Gates close at five' }])
  }
})

test('other sites are told of an image, its size and what it shows: the picture, or else the story’s card', () => {
  const [card] = storyTags(paper, story).openGraph.images
  expect(card).toMatchObject({ width: 1200, height: 630, alt: 'Gates close at five', type: 'image/jpeg' })
  expect(card?.url).toMatch(/^https:\/\/paper\.example\/media\/social\/gates\/[0-9a-f]{12}\.jpeg$/)
  const [picture] = storyTags(paper, { ...story, picture: aShown() }).openGraph.images
  expect(picture).toMatchObject({ width: 1200, height: 630, alt: 'Gate four' })
  const [silent] = storyTags(paper, { ...story, picture: aShown({ alt: '', caption: '' }) }).openGraph.images
  const [small] = storyTags(paper, { ...story, picture: aShown({ width: 300, height: 300 }) }).openGraph.images
  expect([silent?.alt, small?.alt]).toEqual(['Gates close at five', 'Gates close at five'])
  expect(storyTags(paper, story).twitter.card).toBe('summary_large_image')
})

test('what was corrected is told to machines, with its day; without any they are told nothing', () => {
  const notes = [{ seq: 2, kind: 'correction', note: 'At six.', place: 'end', at: story.publishedAt }] as const
  expect(newsArticle(paper, { ...story, notes: [...notes] })).toMatchObject({
    correction: [{ '@type': 'CorrectionComment', text: 'At six.', datePublished: '2026-05-14T08:00:00.000Z' }],
  })
  expect(newsArticle(paper, story)).not.toHaveProperty('correction')
})

test('a story is a NewsArticle, a voice an OpinionNewsArticle', () => {
  expect(newsArticle(paper, story)).toMatchObject({
    '@type': 'NewsArticle',
    url: 'https://paper.example/river/gates',
    datePublished: '2026-05-14T08:00:00.000Z',
    author: [{ name: 'Nadia Orrell', url: 'https://paper.example/bylines/nadia', jobTitle: 'Environment' }],
    contentLocation: { name: 'Carrow Quay' },
  })
  const voice = { ...story, section: { ...story.section, colour: 'opinion' } }
  expect(newsArticle(paper, voice)['@type']).toBe('OpinionNewsArticle')
})

test('what somebody has paid for is told as that, and is no news', () => {
  const paid = { ...story, sponsor: 'Harl Ferries', picture: aShown() }
  expect(newsArticle(paper, paid)).toMatchObject({
    '@type': 'AdvertiserContentArticle',
    sponsor: { '@type': 'Organization', name: 'Harl Ferries' },
  })
  const { openGraph } = storyTags(paper, paid)
  expect(openGraph.description).toBe('Paid for by Harl Ferries. And open at nine.')
  expect(openGraph.images[0]?.url).toContain('/media/social/')
  expect(newsArticle(paper, story)).not.toHaveProperty('sponsor')
})

test('what a machine has made is told by IPTC’s word for it, of the text and of pictures each', () => {
  const word = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource'
  const told = (machine: 'text' | 'pictures' | 'both' | '') => {
    const { digitalSourceType: text, image } = newsArticle(paper, { ...story, machine, picture: aShown() }) as {
      digitalSourceType?: string
      image: { digitalSourceType?: string }[]
    }
    return [text, image[0]?.digitalSourceType]
  }
  expect(told('')).toEqual([undefined, undefined])
  expect(told('text')).toEqual([word, undefined])
  expect(told('pictures')).toEqual([undefined, word])
  expect(told('both')).toEqual([word, word])
})

test('a story in another language says which', () => {
  const welsh = { ...story, language: 'cy' }
  expect(newsArticle(paper, welsh).inLanguage).toBe('cy')
  expect(storyTags(paper, welsh).openGraph.locale).toBe('cy')
  expect(newsArticle(paper, story).inLanguage).toBe('en-GB')
})

test('no text breaks out of its script', () => {
  const json = scriptJson({ headline: '</script><!--\u2028&' })
  expect(json).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(json)).toEqual({ headline: '</script><!--\u2028&' })
})
