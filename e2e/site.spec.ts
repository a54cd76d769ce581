import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { APIRequestContext, Browser, Page } from '@playwright/test'

import { feedFaults } from '#lib/testing/feed-rules'
import { fixturePath } from '#lib/testing/fixtures'

import { axeFindings } from './support/axe'
import { htmlFindings } from './support/html'
import { type RunningServer, startServer } from './support/server'
import { pages, story, withdrawn } from './support/site-pages'
import { admin, test as base, expect } from './support/test'

/** The demo paper, as readers get it. */
const test = base.extend<object, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const env = { STET_ADMIN_EMAIL: admin.email, STET_ADMIN_PASSWORD: admin.password }
      const server = await startServer({ env, demo: true })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

const documents = [
  '/feed.xml',
  '/corrections/feed.xml',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/sitemaps/1.xml',
  '/robots.txt',
]

const looks = {
  desktop: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const

async function plainPage(browser: Browser, server: RunningServer, look: keyof typeof looks = 'desktop') {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl, ...looks[look] })
  return context.newPage()
}

for (const look of ['desktop', 'phone'] as const)
  test(`every page is whole without JavaScript and no wider than its window: ${look}`, async ({ browser, server }) => {
    test.slow()
    const page = await plainPage(browser, server, look)
    for (const [path, status, says] of pages) {
      expect((await page.goto(path))?.status(), path).toBe(status)
      await expect(page.locator('main').getByText(says).first(), path).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
      await expect(page.locator('footer'), path).toBeVisible()
      await expect(page.locator(strangers), path).toHaveCount(0)
      expect(await overflow(page), path).toEqual([])
    }
  })

/** Scripts that are neither data nor small modules of our own. */
const strangers =
  'script:not([type="application/ld+json"], :is([src="/look.js"], [src="/comforts.js"], [src="/share.js"], [src="/save.js"], [src="/shelf.js"], [src="/zoom.js"], [src="/embeds.js"]))'

/** What reaches over the window's edge, but for the menus that scroll on a phone. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const wide = document.documentElement.scrollWidth > edge ? ['the page'] : []
    const over = [...document.querySelectorAll('main *, footer *')].filter(
      (one) => one.getBoundingClientRect().right > edge + 1 && !one.closest('.strip'),
    )
    return [...wide, ...over.map((one) => `${one.tagName} ${one.textContent?.slice(0, 40)}`)]
  })

for (const [look, use] of Object.entries(looks))
  test.describe(look, () => {
    test.use(use)
    test(`no page has a finding of axe, breaks its policy or logs an error (${look})`, async ({ page }) => {
      test.slow()
      const said: string[] = []
      const found: string[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(error.message))
      for (const [path, status] of pages) {
        await page.goto(path)
        found.push(...(await axeFindings(page, path)))
        // A browser says of its own that an address was not there.
        const others = said.splice(0).filter((text) => status === 200 || !text.includes(`status of ${status}`))
        found.push(...others.map((text) => `${path}: ${text}`))
      }
      expect(found).toEqual([])
    })
  })

test('no page has a finding of the HTML validator', async ({ request }) => {
  for (const [path] of pages) expect(await htmlFindings(await (await request.get(path)).text()), path).toEqual([])
})

test('a renamed section and its stories answer 301 with where they are now', async ({ page, request, enter }) => {
  await enter(page, admin)
  await page.goto('/admin/sections')
  await page.getByRole('link', { name: 'Business /business' }).click()
  await page.getByLabel('Address').fill('trade')
  await page.getByRole('button', { name: 'Save section' }).click()
  await expect(page.getByText('Readers see it now.')).toBeVisible()
  for (const [from, to] of [
    ['/business', '/trade'],
    ['/business/quarry-blasting', '/trade/quarry-blasting'],
  ] as const) {
    const answer = await request.get(from, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([301, to])
    expect((await request.get(from)).status()).toBe(200)
  }
})

test('what is not a reader’s address is refused, and pages can only be read', async ({ request, server }) => {
  for (const path of [
    '/_next/data',
    '/_next/image',
    '/withdrawn',
    '/index.rsc',
    `${story}.rsc`,
    '/feed.xml/x',
    '/%64esk/x',
  ])
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).not.toBe(200)
  expect((await request.post('/', { headers: { origin: server.baseUrl } })).status()).toBe(405)
  const whole = await request.get(story)
  const head = await request.head(story)
  expect([head.status(), head.headers().etag, (await head.body()).length]).toEqual([200, whole.headers().etag, 0])
  const known = await request.get(story, { headers: { 'If-None-Match': whole.headers().etag ?? '' } })
  expect([known.status(), (await known.body()).length]).toEqual([304, 0])
  expect(whole.headers()['set-cookie']).toBeUndefined()
})

test('what is not published is nowhere: not at its address, in no list, feed or search', async ({ request }) => {
  const hidden = readdirSync('lib/demo/stories').flatMap((file) => {
    const text = readFileSync(join('lib/demo/stories', file), 'utf8')
    const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1] ?? ''
    if (field('state') === 'live') return []
    const changed = field('state') === 'changed'
    return [
      {
        path: changed ? '' : `/${field('section')}/${file.slice(0, -3)}`,
        headline: field(changed ? 'changed-headline' : 'headline'),
      },
    ]
  })
  expect(hidden.length).toBeGreaterThan(8)
  const read = async (path: string) => (await request.get(path)).text()
  const open = [...pages.map(([path]) => path), ...documents, '/politics', '/sport', '/culture', '/bylines/tom-haskey']
  const paper = unescaped((await Promise.all(open.map(read))).join('\n'))
  for (const { path, headline } of hidden) {
    if (path && path !== withdrawn) expect((await request.get(path)).status(), path).toBe(404)
    expect(paper, headline).not.toContain(headline)
    if (path) expect(paper, path).not.toContain(`${path}<`)
    const hits = (await read(`/search?${new URLSearchParams({ q: headline })}`)).match(/<h2><a .*?<\/h2>/g) ?? []
    const found = hits.map((hit) => unescaped(hit.replace(/<[^>]+>/g, '')))
    expect(found).not.toContain(headline)
    if (path) expect(hits.join(), headline).not.toContain(path)
  }
})

const unescaped = (text: string) => text.replaceAll('&#x27;', "'").replaceAll('&apos;', "'").replaceAll('&amp;', '&')

test('feed and sitemaps are well-formed, hold to their schemas, and every address in them answers', async ({
  page,
  request,
}) => {
  await page.goto('/search')
  for (const path of documents.filter((one) => one.endsWith('.xml'))) {
    const text = await (await request.get(path)).text()
    const broken = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? '',
      text,
    )
    expect(broken, path).toBe('')
    if (path.endsWith('/feed.xml')) expect(feedFaults(text), path).toEqual([])
    else expect(breachesOfSchema(text), path).toBe('')
    await expectAll(
      request,
      [...text.matchAll(/<(?:loc|link)>([^<]+)</g)].map(([, address]) => address ?? ''),
    )
  }
  const feed = await (await request.get('/feed.xml')).text()
  expect(feed).toContain('<title>Barrier deal signed after engineers warned its gates were failing</title>')
  expect(feed.match(/<item>/g)?.length).toBeGreaterThan(30)
})

async function expectAll(request: APIRequestContext, addresses: string[]) {
  expect(addresses.length).toBeGreaterThan(0)
  for (const address of new Set(addresses)) expect((await request.get(address)).status(), address).toBe(200)
}

/** What xmllint says of a sitemap; nothing where it or the schemas are not to be had. */
function breachesOfSchema(text: string): string {
  const schema = fixturePath('sitemap/combined.xsd')
  if (!existsSync(schema) || spawnSync('xmllint', ['--version']).error) return ''
  const folder = mkdtempSync(join(tmpdir(), 'stet-sitemap-'))
  const file = join(folder, 'sitemap.xml')
  writeFileSync(file, text)
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, file], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return status === 0 ? '' : stderr
}

test('a story tells search engines and other sites what it is', async ({ page, server }) => {
  await page.goto(story)
  const meta = (name: string) => page.locator(`head meta[property="${name}"], head meta[name="${name}"]`).first()
  await expect(page).toHaveTitle('Barrier deal signed after engineers warned its gates were failing')
  await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute('href', `${server.baseUrl}${story}`)
  await expect(meta('description')).toHaveAttribute('content', /^Corrosion was found in 14 of 22 hinges/)
  await expect(meta('og:type')).toHaveAttribute('content', 'article')
  const [article] = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(JSON.parse(article ?? '')).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Barrier deal signed after engineers warned its gates were failing',
    author: [{ name: 'Nadia Orrell' }, { name: 'Tom Haskey' }],
    publisher: { name: 'Wendmouth Courier' },
  })
})

test('an empty paper says so, and its pages are whole', async ({ browser }) => {
  const server = await startServer()
  try {
    const page = await plainPage(browser, server)
    for (const [path, says] of [
      ['/', 'Nothing has been published yet.'],
      ['/topics', 'No story has a topic yet.'],
      ['/archive', 'Nothing has been published yet.'],
      ['/search?q=river', 'No story has “river”.'],
    ] as const) {
      expect((await page.goto(path))?.status(), path).toBe(200)
      await expect(page.getByText(says)).toBeVisible()
    }
    for (const path of documents) expect((await page.request.get(path)).status(), path).toBe(200)
    expect((await page.goto('/nothing-here'))?.status()).toBe(404)
  } finally {
    await server.stop()
  }
})

/** An ordinary story, and an essay in pictures, each of which names its files in many widths. */
for (const path of [story, '/river-and-coast/river-map-essay'])
  test(`a story’s page, its stylesheet and scripts included, is at most 18 KiB over the wire: ${path}`, async ({
    server,
  }) => {
    const headers = { 'accept-encoding': 'br' }
    const page = await fetch(server.baseUrl + path, { headers })
    const html = await page.text()
    const parts = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"|<script[^>]+src="([^"]+)"/g)]
    expect(parts.length).toBeGreaterThan(0)
    let bytes = Number(page.headers.get('content-length'))
    for (const [, style, script] of parts) {
      const part = await fetch(new URL(style ?? script ?? '', server.baseUrl), { headers })
      expect(part.status).toBe(200)
      expect(part.headers.get('cache-control')).toContain(style ? 'immutable' : 'max-age=604800')
      bytes += Number(part.headers.get('content-length'))
    }
    expect(bytes).toBeGreaterThan(5000)
    expect(bytes).toBeLessThanOrEqual(18 * 1024)
  })
