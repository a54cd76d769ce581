import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decodePath, isFrameworkRequest, kindOf, pageAddress } from './paths'

test.each([
  ['/', 'page'],
  ['/politics', 'page'],
  ['/politics/', 'page'],
  ['/politics/harbour-dues', 'page'],
  ['/topics', 'page'],
  ['/topics/flooding', 'page'],
  ['/search', 'page'],
  ['/search/', 'page'],
  ['/search/more', 'missing'],
  ['/politics/harbour-dues/versions', 'page'],
  ['/thanks', 'page'],
  ['/thanks/more', 'missing'],
  ['/series/down-the-wend', 'page'],
  ['/archive', 'page'],
  ['/archive/2026/11/30', 'page'],
  ['/corrections', 'page'],
  ['/corrections/', 'page'],
  ['/corrections/more', 'missing'],
  ['/corrections/feed.xml', 'document'],
  ['/corrections/more.xml', 'missing'],
  ['/feed.xml', 'document'],
  ['/sitemaps/1.xml', 'document'],
  ['/sitemaps/01.xml', 'missing'],
  ['/sitemaps', 'missing'],
  ['/robots.txt', 'document'],
  ['/favicon.svg', 'file'],
  ['/embeds.js', 'file'],
  ['/lightbox.js', 'file'],
  ['/zoom.js', 'file'],
  ['/share.js', 'file'],
  ['/look.js', 'file'],
  ['/comforts.js', 'file'],
  ['/sw.js', 'file'],
  ['/desk-worker.js', 'missing'],
  ['/icon-512.png', 'file'],
  ['/speculation-rules.json', 'file'],
  ['/manifest.webmanifest', 'document'],
  ['/saved', 'page'],
  ['/saved/more', 'missing'],
  ['/offline', 'page'],
  ['/fonts/stet-head.woff2', 'file'],
  ['/fonts/letters.css', 'file'],
  ['/fonts/../desk', 'missing'],
  ['/_next/static/chunks/a.js', 'static'],
  ['/_next/static/../server/app', 'missing'],
  ['/_next/static/%2e%2e/server/app', 'missing'],
  ['/_next/static/..\\server', 'missing'],
  ['/_next/static/\n../../politics/harbour-dues', 'missing'],
  ['/_next/static/.\t./.\t./politics/harbour-dues', 'missing'],
  ['/_next/static/chunks/a.js#b', 'missing'],
  ['/_next/static/chunks/a.js?b', 'missing'],
  ['/_next/static/chunks/a.js ', 'missing'],
  ['/_next/static/chunks//a.js', 'missing'],
  ['/_next/static/chunks/./a.js', 'missing'],
  ['/_next/static/./chunks/a.js', 'missing'],
  ['/_next/static/chunks/..', 'missing'],
  ['/_next/static/chunks/', 'missing'],
  ['/_next/static/chunks/.0a..b.js', 'static'],
  ['/_next/static/~build/_buildManifest.js', 'static'],
  ['/_next/data/x', 'missing'],
  ['/_next/image', 'missing'],
  ['/desk', 'elsewhere'],
  ['/desk/stories/1', 'elsewhere'],
  ['/desks', 'page'],
  ['/api/health', 'elsewhere'],
  ['/withdrawn', 'missing'],
  ['/missing', 'missing'],
  ['/politics.rsc', 'missing'],
  ['/politics.segments/_tree', 'missing'],
  ['/politics//harbour-dues', 'missing'],
  ['//paper.example/politics', 'missing'],
  ['/politics\\harbour-dues', 'missing'],
] as const)('%s is: %s', (path, kind) => expect(kindOf(path)).toBe(kind))

test.each([
  ['/politics/../desk', 'a way to the newsroom'],
  ['/politics/./harbour-dues', 'a way to the same page'],
  ['/politics/%2e%2e/desk', 'a way that is encoded'],
  ['/politics/%252e%252e/desk', 'a way that is encoded twice'],
  ['/politics%2fharbour-dues', 'a slash that is part of a name'],
  ['/desk%2fstories', 'a slash that is part of a name'],
  ['/politics%5charbour-dues', 'a slash the wrong way round'],
  ['/politics/harbour-dues;jsessionid=1', 'a parameter of the path'],
  ['/desk;x', 'a parameter of the path'],
  ['/desk#x', 'a fragment'],
  ['/desk%23x', 'a fragment that is encoded'],
  ['/desk%3Fx', 'a query that is encoded'],
  ['/politics/harbour-dues%3B.css', 'a parameter of the path'],
  ['/politics/harbour-dues%00', 'a NUL'],
  ['/politics/harbour-dues%0d%0aSet-Cookie:a', 'the end of a line'],
  ['/politics/harbour-dues.', 'a dot at the end'],
  ['/politics/harbour-dues.css', 'a suffix that caches keep'],
  ['/politics/harbour-dues.js', 'a suffix that caches keep'],
  ['/politics/harbour-dues.json', 'a suffix that caches keep'],
  ['/desk.css', 'a suffix that caches keep'],
  ['/.env', 'a hidden file'],
  ['/.git/config', 'a hidden file'],
  [`/politics/${'a'.repeat(500)}`, 'no slug’s length'],
  ['http://paper.example/politics', 'a whole URL'],
  ['*', 'no path'],
])('%s is nobody’s address: it holds %s', (raw) => expect(kindOf(decodePath(raw) ?? '')).toBe('missing'))

test('letters in capitals are another address, which the page looks up and does not find', () => {
  expect(kindOf('/Politics/Harbour-Dues')).toBe('page')
  expect(pageAddress('/Politics/Harbour-Dues')).toBe('/Politics/Harbour-Dues')
})

test('a path whose encoding is broken cannot be read', () => {
  expect(decodePath('/%E0%A4%A')).toBeUndefined()
  expect(decodePath('/%')).toBeUndefined()
  expect(decodePath('/caf%C3%A9')).toBe('/café')
})

test.each([
  ['/search?q=river&utm_source=x&page=2', '/search?q=river&page=2'],
  ['/search?page=2&q=river', '/search?q=river&page=2'],
  ['/search?q=a&q=b', '/search?q=a'],
  ['/search?q=what%3F', '/search?q=what%3F'],
  ['/search?q=+river%20%0a++bank+', '/search?q=river+bank'],
  ['/search?q=river&page=1', '/search?q=river'],
  ['/search?q=river&page=0', '/search?q=river'],
  ['/search?q=river&page=-2', '/search?q=river'],
  ['/search?q=river&page=1e1', '/search?q=river'],
  ['/search?q=river&page=02', '/search?q=river&page=2'],
  ['/search?q=river&page=51', '/search?q=river&page=50'],
  ['/search?q=&page=7', '/search'],
  ['/search?page=7', '/search'],
  ['/search?q=a&before=mp3x1k-16', '/search?q=a'],
  ['/politics?before=mp3x1k-16', '/politics?before=mp3x1k-16'],
  ['/politics?before=0mp3x1k-016', '/politics?before=mp3x1k-16'],
  ['/topics/flooding?before=mp3x1k-16&before=x', '/topics/flooding?before=mp3x1k-16'],
  ['/bylines/tom-haskey?x&before=mp3x1k-16', '/bylines/tom-haskey?before=mp3x1k-16'],
  ['/politics?before=yesterday', '/politics'],
  ['/politics?before=zzzzzzzzz-1', '/politics'],
  ['/politics?q=river&page=2', '/politics'],
  ['/politics/harbour-dues?before=mp3x1k-16', '/politics/harbour-dues'],
  ['/politics/harbour-dues/versions?before=mp3x1k-16', '/politics/harbour-dues/versions?before=mp3x1k-16'],
  ['/politics/harbour-dues/more?before=mp3x1k-16', '/politics/harbour-dues/more'],
  ['/corrections?before=mp3x1k-16&x', '/corrections?before=mp3x1k-16'],
  ['/corrections/feed.xml?before=mp3x1k-16', '/corrections/feed.xml'],
  ['/?before=mp3x1k-16', '/'],
  ['/topics?before=mp3x1k-16', '/topics'],
  ['/feed.xml?q=a', '/feed.xml'],
  ['/feed.xml?before=mp3x1k-16', '/feed.xml'],
  ['/sitemaps/1.xml?before=mp3x1k-16', '/sitemaps/1.xml'],
  ['/politics?_rsc=1', '/politics'],
  ['/politics?', '/politics'],
  ['/politics#top', '/politics%23top'],
  ['/%70olitics/%68arbour%2Ddues', '/politics/harbour-dues'],
  ['/caf%c3%a9', '/caf%C3%A9'],
  ['/a%3Fq=b', '/a%3Fq%3Db'],
])('of %s the page that is made is %s', (url, address) => expect(pageAddress(url)).toBe(address))

test('a search is as long as the page reads, whatever is sent', () => {
  expect(pageAddress(`/search?q=${'a'.repeat(9000)}`)).toBe(`/search?q=${'a'.repeat(200)}`)
})

test('an address has no other address, and is of the kind that it was asked as', () => {
  const part = fc.oneof(
    fc.constantFrom('politics', 'topics', 'search', '%70', '%2f', '%2e', ';', 'a.b', ''),
    fc.string(),
  )
  const path = fc.array(part, { maxLength: 4 }).map((parts) => `/${parts.join('/').replaceAll('?', '')}`)
  const query = fc.array(fc.tuple(fc.constantFrom('q', 'page', 'before', 'x'), fc.oneof(fc.string(), fc.nat(99))))
  fc.assert(
    fc.property(path, query, (raw, pairs) => {
      const decoded = decodePath(raw)
      fc.pre(decoded !== undefined)
      const address = pageAddress(`${raw}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`)
      const [canonical = ''] = address.split('?')
      expect(pageAddress(address)).toBe(address)
      if (kindOf(decoded ?? '') === 'page') expect(decodePath(canonical)).toBe(decoded)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  [{ rsc: '1' }, '/politics', true],
  [{ 'next-router-prefetch': '1' }, '/politics', true],
  [{ 'next-router-segment-prefetch': '/_tree' }, '/politics', true],
  [{ 'next-router-state-tree': '' }, '/politics', true],
  [{ 'next-action': 'x' }, '/politics', true],
  [{}, '/politics?_rsc=1abc', true],
  [{}, '/politics?a=b&_rsc', true],
  [{}, '/search?q=_rsc', false],
  [{}, '/search?q=a&my_rsc=1', false],
  [{ accept: '*/*', 'next-door': '1' }, '/politics', false],
])('with the headers %j, %s is asked by the framework: %s', (headers, url, asked) =>
  expect(isFrameworkRequest(headers, url)).toBe(asked),
)
