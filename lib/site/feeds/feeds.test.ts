import { expect, test } from 'vitest'

import { en } from '#lib/messages/en'
import { feedFaults } from '#lib/testing/feed-rules'
import { plainCard } from '#lib/testing/plain-card'
import { anItem, aShown } from '#lib/testing/shown'

import type { Card } from '../queries/cards'
import type { Paper } from '../queries/paper'
import { correctionItem, rss, storyItem } from './rss'
import { newsSitemap, sitemap, sitemapIndex } from './sitemap'
import { element, xml } from './xml'

const paper: Paper = { name: 'Skell & Wend', zone: 'Europe/London', language: 'en-GB', url: 'https://paper.example' }
const at = new Date('2026-05-14T08:00:00Z')
const section = { id: 'river', slug: 'river', name: 'River & coast', colour: 'river' }

const card = (more: Partial<Card> = {}): Card => ({
  id: 'gates',
  place: 1,
  path: '/river/gates',
  headline: 'Gates <shut> & “closed”',
  standfirst: 'At five.',
  dateline: '',
  words: 100,
  publishedAt: at,
  updatedAt: new Date(at.getTime() + 3_600_000),
  section,
  topics: [{ id: 't', slug: 'flooding', name: 'Flooding' }],
  authors: [{ id: 'n', slug: 'nadia', name: 'Nadia Orrell', title: '', face: undefined }],
  picture: undefined,
  ...plainCard,
  ...more,
})

test('text becomes XML with its signs escaped, and what XML cannot carry is left out', () => {
  expect(xml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;')
  expect(xml('a\u0000b\u0008c\ufffed\ud800e\tf\u{1f30a}')).toBe('abcde\tf\u{1f30a}')
  expect(element('title', '')).toBe('')
})

const news = { title: paper.name, description: 'News', path: '/feed.xml' }

test('a feed of corrections names the story, and says what was wrong', () => {
  const { id: story, headline, path } = card()
  const told = { seq: 9, kind: 'correction' as const, note: 'At six, not <five>.', at, story, headline, path, section }
  const feed = rss(paper, news, [correctionItem(told, 'Correction')])
  expect(feed).toContain('<title>Correction: Gates &lt;shut&gt; &amp; “closed”</title>')
  expect(feed).toContain('<guid isPermaLink="false">gates/9</guid><pubDate>Thu, 14 May 2026 08:00:00 GMT</pubDate>')
  expect(feed).toContain('<description>At six, not &lt;five&gt;.</description>')
})

test('a feed says before the headline who has paid for a story, and behind the standfirst what a machine has made', () => {
  const feed = rss(paper, news, [storyItem(card({ sponsor: 'Harl & Sons', machine: 'both' }), en)])
  expect(feed).toContain('<title>Paid for by Harl &amp; Sons: Gates &lt;shut&gt; &amp; “closed”</title>')
  expect(feed).toContain(`<description>At five. ${en.machine.both}</description>`)
})

test('a feed gives each story its id as guid, so that a moved story is not a new one', () => {
  const feed = rss(paper, news, [storyItem(card(), en)])
  expect(feed).toContain('<title>Skell &amp; Wend</title>')
  expect(feed).toContain('<language>en-gb</language>')
  expect(feed).toContain('<lastBuildDate>Thu, 14 May 2026 09:00:00 GMT</lastBuildDate>')
  expect(feed).toContain(
    '<title>Gates &lt;shut&gt; &amp; “closed”</title><link>https://paper.example/river/gates</link>',
  )
  expect(feed).toContain('<guid isPermaLink="false">gates</guid><pubDate>Thu, 14 May 2026 08:00:00 GMT</pubDate>')
  expect(feed).toContain('<dc:creator>Nadia Orrell</dc:creator><category>River &amp; coast</category>')
})

test('a feed has a story’s picture as a JPEG, with whose it is and what it shows', () => {
  const feed = rss(paper, news, [storyItem(card({ picture: aShown({ alt: 'Gate <four>' }) }), en)])
  expect(feed).toContain(
    '<media:content url="https://paper.example/media/gate/0123456789ab-0/1920.jpeg" medium="image" type="image/jpeg"' +
      ' width="1500" height="1000"><media:description>Gate &lt;four&gt;</media:description>' +
      '<media:credit>Imre Caddow</media:credit></media:content></item>',
  )
  expect(rss(paper, news, [storyItem(card(), en)])).not.toContain('<media:')
})

test('films and sounds have their bytes, type and length; the first is an enclosure, too', () => {
  const clip = (more: object, poster?: ReturnType<typeof anItem>) => ({ ...aShown(more), poster })
  const film = { id: 'film', kind: 'video', type: 'video/mp4', bytes: 81_920, seconds: 200, width: 640, height: 360 }
  const sound = { id: 'bell', kind: 'audio', type: 'audio/mp4', bytes: 4096, seconds: null, width: null, height: null }
  const clips = [clip({ ...film, caption: 'It shuts.' }, anItem()), clip({ ...sound, credit: '' })]
  const feed = rss(paper, news, [storyItem(card({ picture: aShown() }), en, clips)])
  expect(feed).toContain(
    '<enclosure url="https://paper.example/media/film/0123456789ab-0/clip.mp4" length="81920" type="video/mp4"/>',
  )
  expect(feed).toContain(
    '<media:content url="https://paper.example/media/film/0123456789ab-0/clip.mp4" fileSize="81920" type="video/mp4"' +
      ' medium="video" duration="200" width="640" height="360"><media:description>It shuts.</media:description>' +
      '<media:credit>Imre Caddow</media:credit><media:thumbnail' +
      ' url="https://paper.example/media/gate/0123456789ab-0/1920.jpeg" width="1500" height="1000"/></media:content>',
  )
  expect(feed).toContain('clip.m4a" fileSize="4096" type="audio/mp4" medium="audio"><media:description>')
  expect(feed.match(/<enclosure /g)).toHaveLength(1)
  expect(feedFaults(feed)).toEqual([])
})

test('a feed without faults has none, and one with faults has each of them', () => {
  const items = [storyItem(card({ picture: aShown() }), en), storyItem(card({ id: 'other', standfirst: '' }), en)]
  const feed = rss(paper, news, items)
  expect(feedFaults(feed)).toEqual([])
  for (const [right, wrong] of [
    ['version="2.0"', 'version="1.0"'],
    ['<guid isPermaLink="false">other<', '<guid isPermaLink="false">gates<'],
    ['Thu, 14 May 2026', '14/05/2026'],
    ['type="image/jpeg"', 'type="text/html"'],
    ['width="1500"', 'width="1500px"'],
    ['<category>', '<tag>'],
    ['</item>', '<enclosure url="https://paper.example/a" length="" type="image/jpeg"/></item>'],
  ] as const)
    expect(feedFaults(feed.replace(right, wrong)), wrong).not.toEqual([])
})

test('sitemaps name a story’s picture', () => {
  const image =
    '<image:image><image:loc>https://paper.example/media/gate/0123456789ab-0/1920.jpeg</image:loc></image:image></url>'
  expect(sitemap(paper, [{ path: '/river/a', picture: aShown() }])).toContain(image)
  expect(newsSitemap(paper, [card({ picture: aShown() })])).toContain(image)
})

test('a feed of nothing is a feed', () => {
  const feed = rss(paper, news, [])
  expect(feed).toContain('</channel></rss>')
  expect(feed).not.toContain('lastBuildDate')
})

test('a sitemap names addresses, and when they changed where that is known', () => {
  const map = sitemap(paper, [{ path: '/' }, { path: '/river/a&b', updatedAt: at }])
  expect(map).toContain('<url><loc>https://paper.example/</loc></url>')
  expect(map).toContain('/river/a&amp;b</loc><lastmod>2026-05-14T08:00:00.000Z</lastmod>')
  expect(sitemapIndex(paper, ['/sitemaps/1.xml'])).toContain('<sitemap><loc>https://paper.example/sitemaps/1.xml</loc>')
})

test.each([
  ['en-GB', 'en'],
  ['zh-Hant-TW', 'zh-tw'],
  ['zh', 'zh-cn'],
])('the news sitemap of a paper in %s says %s', (language, said) => {
  const map = newsSitemap({ ...paper, language }, [card()])
  expect(map).toContain(`<news:language>${said}</news:language>`)
  expect(map).toContain('<news:title>Gates &lt;shut&gt; &amp; “closed”</news:title>')
})
