import { readdirSync } from 'node:fs'

import { expect, test } from 'vitest'
import { execute } from '#lib/testing/database'
import { day, month, readersSide, secret, themeFile, year } from '#lib/testing/readers-side'
import { type Asked as Address, askSite } from '#lib/testing/site'

const side = readersSide()

type Asked = Address & { says: string }

/** Every page and document of the site, each asked as a reader would. */
const site: Record<string, Asked[]> = {
  'page.tsx': [{ says: 'Gates close at six' }, { says: 'An earlier version said five.' }],
  '[place]/page.tsx': [
    { params: { place: 'river' }, says: 'Eels come back' },
    { params: { place: 'about-us' }, says: 'Five people.' },
    { params: { place: 'about-us' }, says: '<h2>Found here</h2>' },
  ],
  '[place]/[slug]/versions/page.tsx': [
    { params: { place: 'river', slug: 'gates-close-at-five' }, says: '<del>five</del><ins>six</ins>' },
  ],
  'corrections/page.tsx': [{ says: 'An earlier version said five.' }],
  'corrections/feed.xml/route.ts': [{ says: '<title>Correction: Gates close at six</title>' }],
  '[place]/[slug]/page.tsx': [
    { params: { place: 'river', slug: 'gates-close-at-five' }, says: 'An earlier version said five.' },
    { params: { place: 'river', slug: 'gates-close-at-five' }, says: 'Corrosion was found' },
    { params: { place: 'river', slug: 'eels' }, says: 'They waited.' },
    { params: { place: 'river', slug: 'eels' }, says: 'Part 2 of 2' },
    { params: { place: 'river', slug: 'eels' }, says: 'Report an error' },
  ],
  'topics/page.tsx': [{ says: '2 stories' }],
  'topics/[slug]/page.tsx': [{ params: { slug: 'flooding' }, says: 'Gates close at six' }],
  'series/[slug]/page.tsx': [
    { params: { slug: 'on-the-river' }, says: 'Part 2' },
    { params: { slug: 'on-the-river' }, says: 'Gates close at six' },
  ],
  'archive/page.tsx': [{ says: '3 stories' }],
  'archive/[year]/page.tsx': [{ params: { year }, says: '3 stories' }],
  'archive/[year]/[month]/page.tsx': [{ params: { year, month }, says: '3 stories' }],
  'archive/[year]/[month]/[day]/page.tsx': [{ params: { year, month, day }, says: 'Gates close at six' }],
  'saved/page.tsx': [{ says: 'No story is saved here.' }],
  'offline/page.tsx': [{ says: 'You are offline' }],
  'manifest.webmanifest/route.ts': [{ says: '"display":"standalone"' }],
  'thanks/page.tsx': [{ says: 'The newsroom has your report.' }],
  'bylines/[slug]/page.tsx': [{ params: { slug: 'nadia' }, says: 'Gates close at six' }],
  'search/page.tsx': [{ search: { q: 'hinges' }, says: '<b>1 story</b>' }],
  'missing/page.tsx': [
    { says: 'There is no page at this address' },
    { search: { q: 'eels back then' }, says: 'You may have been looking for' },
  ],
  'withdrawn/page.tsx': [{ search: { path: '/river/a-letter' }, says: 'We can no longer vouch for it.' }],
  'feed.xml/route.ts': [{ says: '<title>Gates close at six</title>' }],
  'sitemap.xml/route.ts': [{ says: '/river/eels</loc>' }],
  'sitemaps/[file]/route.ts': [{ params: { file: '1.xml' }, says: '/bylines/nadia</loc>' }],
  'news-sitemap.xml/route.ts': [{ says: '<news:title>Eels come back</news:title>' }],
  'theme/[file]/route.ts': [{ params: { file: themeFile }, says: '--color-sport:light-dark(#004400,#88ff88)' }],
  'robots.txt/route.ts': [{ says: 'Disallow: /desk' }],
}

const filesOf = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => name.test(file))

test('the desk is gone', () => expect(execute(side.url, 'select id from stories')).rejects.toThrow('stories'))

test('every page and document of the site is asked for here', () => {
  expect(Object.keys(site).sort()).toEqual(filesOf(import.meta.dirname, /(page\.tsx|route\.ts)$/).sort())
})

test.each(Object.entries(site).flatMap(([file, asked]) => asked.map((one) => ({ file, ...one }))))(
  '$file is made of the live side alone, and says “$says”',
  async ({ file, params, search, says }) => {
    const text = await askSite(file, { params, search })
    expect(text).toContain(says)
    expect(text).not.toContain(secret)
  },
)
