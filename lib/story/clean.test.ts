import { describe, expect, test } from 'vitest'

import { isTelling, judge, type Marks, says } from './clean'
import { type Asked, addressesOf, type Gone, surfaces, surfaceWords } from './surfaces'

const marks: Marks = { paths: ['/river/gates-close', '/river/gates'], headlines: ['Gates “close” at O’Hara & Sons'] }
const own: Asked = { surface: 'story', path: '/river/gates-close', statuses: [410], own: true }
const home: Asked = { surface: 'home', path: '/', statuses: [200] }

describe('the story’s own address', () => {
  test('is clean when it answers that it is gone, and does not say what was there', () => {
    expect(judge(own, { status: 410, body: 'Taken down. <a href="/river/gates-close">' }, marks)).toEqual({
      clean: true,
    })
  })
  test.each([200, 404, 301, 503])('is not with status %d', (status) => {
    expect(judge(own, { status, body: '' }, marks)).toEqual({
      clean: false,
      fault: `Answered ${status} instead of 410.`,
    })
  })
  test('is not with the headline on it', () => {
    const body = '<h1>Gates “close” at O’Hara &amp; Sons</h1>'
    expect(judge(own, { status: 410, body }, marks)).toEqual({ clean: false, fault: 'Shows its headline.' })
  })
})

describe('another surface', () => {
  test('is clean when it answers as ever, without the story', () => {
    const body = '<a href="/river/gates-close-again">Gates close at last</a> <a href="/river/gates-open">'
    expect(judge(home, { status: 200, body }, marks)).toEqual({ clean: true })
  })
  test.each(['<a href="/river/gates-close">', 'https://paper.example/river/gates</loc>', '"/river/gates-close?a"'])(
    'is not when it leads to the story: %s',
    (body) =>
      expect(judge(home, { status: 200, body }, marks)).toEqual({ clean: false, fault: 'Leads to its address.' }),
  )
  test('is not when it fails: what it would show is not known', () => {
    expect(judge(home, { status: 503, body: '' }, marks)).toMatchObject({ clean: false })
  })
  test('a topic that had this story alone may be gone with it', () => {
    const topic: Asked = { surface: 'topic:t', path: '/topics/gates', statuses: [200, 404] }
    expect(judge(topic, { status: 404, body: 'Nothing here' }, marks)).toEqual({ clean: true })
  })
})

test.each([
  ['as it is', 'Gates “close” at O’Hara & Sons'],
  ['in HTML', '<h2>Gates &ldquo;close&#8221; at O&#x2019;Hara &amp; Sons</h2>'],
  ['in XML', '<title>Correction: Gates “close” at O’Hara &amp; Sons</title>'],
  ['in an attribute', '<meta content="Gates “close” at O’Hara &amp; Sons">'],
  ['in JSON', '{"headline":"Gates “close” at O’Hara \\u0026 Sons"}'],
  ['with words marked as found', '<h2><mark>Gates</mark> “<mark>clo</mark>se” at O’Hara &amp; <mark>Sons</mark></h2>'],
  ['with other spaces', 'Gates\n  “close”&nbsp;at O’Hara & Sons'],
  ['with soft hyphens', 'Ga\u00adtes “close” at O’Hara &amp; Sons'],
])('a headline is seen %s', (_, body) => expect(says(body, marks.headlines[0]!)).toBe(true))

test.each(['Floodgates “close” at O’Hara & Sons', 'Gates “close” at O’Hara & Sonship', 'Gates close, says O’Hara', ''])(
  'and not in: %s',
  (body) => expect(says(body, marks.headlines[0]!)).toBe(false),
)

test('in what is larger than any page it is looked for, too', () => {
  const rest = '<loc>https://paper.example/river/other</loc>'.repeat(20_000)
  expect(says(`${rest}<title>Gates close</title>`, 'Gates close')).toBe(true)
  expect(says(rest, 'Gates close')).toBe(false)
})

test('what a search repeats of its own address is not the headline; what it finds is', () => {
  const [search] = addressesOf({ ...none, headlines: ['Gates close'] }).filter(({ surface }) => surface === 'search')
  const found = (headline: string, body: string) =>
    judge(search!, { status: 200, body }, { paths: [], headlines: [headline] }).clean
  expect(search).toMatchObject({ path: '/search?q=close+Gates', echo: 'close Gates' })
  expect(found('Gates close', 'Nothing found for “close Gates”')).toBe(true)
  expect(found('Gates close', '<mark>Gates</mark> <mark>close</mark>')).toBe(false)
  // One word is the same backwards.
  const [single] = addressesOf({ ...none, headlines: ['Gates'] }).filter(({ surface }) => surface === 'search')
  expect(judge(single!, { status: 200, body: '“Gates”' }, { paths: [], headlines: ['Gates'] })).toEqual({ clean: true })
})

test('a short word alone tells no story apart', () => {
  expect(['Gates', 'War', '…'].filter(isTelling)).toEqual([])
  expect(['Gates close', '水門が閉じられ川は静かになる', 'Hochwasserschutz'].filter(isTelling)).toHaveLength(3)
})

const none: Gone = {
  id: 's',
  files: [],
  paths: [],
  headlines: [],
  sections: [],
  topics: [],
  people: [],
  series: [],
  days: [],
  corrected: false,
  sitemaps: 1,
}

test('all addresses of a story are asked, each by a name that says nothing of it', () => {
  const asked = addressesOf({
    id: 's',
    files: [{ id: 'p', path: '/media/p/0123456789ab-0/640.jpeg' }],
    paths: ['/river/gates-close', '/sport/gates'],
    headlines: ['Gates close', 'Gates'],
    sections: [{ id: 'r', path: '/river' }],
    topics: [{ id: 't', path: '/topics/gates' }],
    people: [{ id: 'n', path: '/bylines/nadia' }],
    series: [{ id: 'w', path: '/series/walk' }],
    days: [{ id: '2026/05/14', path: '/archive/2026/05/14' }],
    corrected: true,
    sitemaps: 2,
  })
  expect(asked.map(({ surface, path }) => `${surface} ${path}`)).toEqual([
    'story /river/gates-close',
    'story:2 /sport/gates',
    'versions /river/gates-close/versions',
    'versions:2 /sport/gates/versions',
    'social /media/social/s/000000000000.jpeg',
    'file:p /media/p/0123456789ab-0/640.jpeg',
    'home /',
    'section:r /river',
    'topic:t /topics/gates',
    'byline:n /bylines/nadia',
    'series:w /series/walk',
    'archive:2026/05/14 /archive/2026/05/14',
    'search /search?q=close+Gates',
    'feed /feed.xml',
    'sitemap /sitemap.xml',
    'sitemap-file /sitemaps/1.xml',
    'sitemap-file:2 /sitemaps/2.xml',
    'news-sitemap /news-sitemap.xml',
    'corrections /corrections',
    'corrections-feed /corrections/feed.xml',
  ])
  expect(surfaceWords('topic:t')).toBe('Topic')
  expect(new Set(surfaces.map(({ name }) => name)).size).toBe(surfaces.length)
})
