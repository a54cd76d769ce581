import { expect, test } from 'vitest'

import { addressOf, kindOf } from './paths'

test.each([
  ['/', 'page'],
  ['/politics', 'page'],
  ['/politics/harbour-dues', 'page'],
  ['/topics', 'page'],
  ['/topics/flooding', 'page'],
  ['/search', 'page'],
  ['/search/more', 'missing'],
  ['/feed.xml', 'document'],
  ['/sitemaps/1.xml', 'page'],
  ['/robots.txt', 'document'],
  ['/favicon.svg', 'file'],
  ['/fonts/stet-head.woff2', 'file'],
  ['/fonts/../desk', 'missing'],
  ['/_next/static/chunks/a.js', 'static'],
  ['/_next/static/../server/app', 'missing'],
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
  ['/politics\\harbour-dues', 'missing'],
] as const)('%s is: %s', (path, kind) => expect(kindOf(path)).toBe(kind))

test.each([
  ['/search?q=river&utm_source=x&page=2', '/search?page=2&q=river'],
  ['/search?page=2&q=river', '/search?page=2&q=river'],
  ['/search?q=a&q=b', '/search?q=a'],
  ['/politics?_rsc=1', '/politics'],
  ['/politics#top', '/politics'],
  ['/search?q=what%3F', '/search?q=what%3F'],
])('of %s the page that is made is %s', (url, address) => expect(addressOf(url)).toBe(address))
