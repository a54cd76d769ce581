import type { Page } from '@playwright/test'
import sharp from 'sharp'

import { feedFaults } from '#lib/testing/feed-rules'
import { paragraph } from '#lib/testing/stories'

import { axeFindings, overflow } from './support/axe'
import { htmlFindings } from './support/html'
import { aPictureFile } from './support/pictures'
import type { Press } from './support/press'
import { sendFile } from './support/send-file'
import type { RunningServer } from './support/server'
import { image, long, type Shown, sendAll, showing as test, use } from './support/shown-pictures'
import { expect } from './support/test'

test.use({ demo: true })

const html = async ({ baseUrl }: RunningServer, path: string) => (await fetch(baseUrl + path)).text()

/** Files of all formats that a page offers, with the width that it says each has. */
const offered = (page: string) =>
  [...page.matchAll(/srcSet="([^"]+)"/gi)].flatMap(([, set = '']) =>
    set.split(', ').map((one) => {
      const [address = '', width = ''] = one.split(' ')
      return { address, width: Number.parseInt(width, 10) }
    }),
  )

test('all files that a page offers are there, of the type and width that it says', async ({ server, shown }) => {
  test.slow()
  const page = await html(server, shown.path)
  const files = new Map(offered(page).map(({ address, width }) => [address, width]))
  expect(files.size).toBeGreaterThan(30)
  for (const [address, width] of files) {
    const answer = await fetch(server.baseUrl + address)
    expect(answer.status, address).toBe(200)
    const format = /\.(\w+)$/.exec(address)?.[1] ?? ''
    expect(answer.headers.get('content-type'), address).toBe(`image/${format}`)
    const made = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([made.width, made.format === 'heif' ? 'avif' : made.format], address).toEqual([width, format])
  }
  for (const [, address] of page.matchAll(/<a class="zoom" href="([^"]+)"/g))
    expect((await fetch(server.baseUrl + address)).status, address).toBe(200)
})

test('a picture is nobody’s while its story is a draft, and again when that is withdrawn', async ({
  server,
  press,
}) => {
  const ids = await sendAll(server, press)
  const blocks = [paragraph('a', 'It is shut.'), image('b', ids.lock)]
  const story = await press.write({
    headline: 'A gate that was shut',
    section: 'river-and-coast',
    main: use(ids.gate),
    blocks,
  })
  const status = async (path: string) => (await fetch(server.baseUrl + path, { redirect: 'manual' })).status
  expect(await status(`/media/${ids.gate}/000000000000-0/640.jpeg`)).toBe(404)
  expect(await status(`/media/social/${story}/000000000000.jpeg`)).toBe(404)
  const path = await press.publish(story)
  const page = await html(server, path)
  const files = [...new Set(offered(page).map(({ address }) => address))].filter((one) =>
    [ids.gate, ids.lock].some((id) => one.includes(id)),
  )
  const social = /property="og:image" content="[^"]*(\/media\/social\/[^"]+)"/.exec(page)?.[1] ?? ''
  expect([await status(files[0] ?? ''), await status(social)]).toEqual([200, 200])
  expect(await status(`/media/social/${story}/000000000000.jpeg`)).toBe(301)
  await press.withdraw(story)
  expect(await status(path)).toBe(410)
  expect(new Set(await Promise.all([...files, social].map(status)))).toEqual(new Set([404]))
})

test('when another file takes a picture’s place, the addresses of the old one lead on', async ({ server, press }) => {
  const ids = await sendAll(server, press)
  const blocks = [paragraph('a', 'It is shut.')]
  const given = { headline: 'A gate that was painted', section: 'river-and-coast', main: use(ids.gate), blocks }
  const path = await press.publish(await press.write(given))
  const mainOf = async () =>
    offered(await html(server, path)).find(({ address }) => address.includes(`/${ids.gate}/`))?.address ?? ''
  const before = await mainOf()
  const { buffer } = await aPictureFile('painted', 9, { width: 1500, height: 1000 })
  const { cookie } = await press.signIn()
  const file = { name: 'painted.jpg', bytes: buffer, type: 'image/jpeg' }
  // Described once since it was sent.
  expect(await sendFile(server, cookie, { ...file, replaces: `${ids.gate}.2` })).toBe(ids.gate)
  const after = await mainOf()
  expect(after).not.toBe(before)
  const moved = await fetch(server.baseUrl + before, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([301, after])
  expect((await fetch(server.baseUrl + after)).status).toBe(200)
})

/** Pages that show pictures of each kind, and one that shows none. */
const pagesOf = ({ path }: Shown) => [
  '/',
  '/river-and-coast',
  path,
  '/bylines/nadia-orrell',
  '/search?q=gate',
  '/topics/tidal-barrier',
  '/opinion/praise-the-keepers',
  `${path}/versions`,
]

test('no page with pictures has a finding of the HTML validator', async ({ server, shown }) => {
  for (const path of pagesOf(shown)) expect(await htmlFindings(await html(server, path)), path).toEqual([])
})

/** Looks at all of a page, as a reader does who scrolls. @returns how far its parts have moved */
const scrolled = (page: Page) =>
  page.evaluate(async () => {
    let moved = 0
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) moved += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      window.scrollTo(0, y)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    await Promise.all([...document.images].map((one) => one.decode()))
    await new Promise((resolve) => setTimeout(resolve, 100))
    return moved
  })

for (const [look, options] of Object.entries({
  desktop: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const))
  test(`pictures come without moving anything, break no policy and please axe: ${look}`, async ({
    browser,
    server,
    shown,
  }) => {
    test.slow()
    const context = await browser.newContext({ baseURL: server.baseUrl, ...options })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    for (const path of pagesOf(shown)) {
      await page.goto(path)
      expect(await scrolled(page), path).toBe(0)
      expect(await overflow(page), path).toBe(0)
      expect(await axeFindings(page, path)).toEqual([])
    }
    expect(said).toEqual([])
    await context.close()
  })

test('at the head of a story stands all of its picture', async ({ page, shown }) => {
  await page.goto(shown.path)
  const main = page.locator('.main img')
  await expect(main).toHaveAttribute('src', new RegExp(`/${shown.ids.gate}/[0-9a-f]{12}-0/960\\.jpeg$`))
  const { width, height } = (await main.boundingBox()) ?? { width: 0, height: 1 }
  expect([Math.round(width), (width / height).toFixed(2)]).toEqual([1200, '1.50'])
})

test('the first picture is fetched at once, and those below when a reader comes near', async ({ server, shown }) => {
  const page = await html(server, shown.path)
  expect(page.match(/fetchPriority="high"/gi)).toHaveLength(1)
  const images = [...page.matchAll(/<img [^>]+>/g)].map(([one]) => one)
  expect(images.length).toBeGreaterThan(6)
  expect(images.filter((one) => !/loading="lazy"/.test(one))).toHaveLength(1)
  for (const one of images) expect(one).toMatch(/ width="\d+" height="\d+" alt="/)
})

/** A story that shows nothing. @returns its path */
const plain = async (press: Press, headline: string) =>
  press.publish(await press.write({ headline, section: 'river-and-coast', blocks: [paragraph('a', long)] }))

test('a story without pictures has no script and no room for them, and what changed shows none', async ({
  server,
  press,
}) => {
  const path = await plain(press, 'Nothing is to be seen')
  expect(await html(server, path)).not.toMatch(/zoom.js|class="(main|shot|zoom|gallery|clip)/)
  expect(await html(server, `${path}/versions`)).not.toMatch(/<picture|<img/)
})

test('films and sounds have the browser’s own player, which fetches nothing before it plays', async ({
  page,
  shown,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(shown.path)
  const film = page.locator('video')
  await film.scrollIntoViewIfNeeded()
  await page.locator('audio').scrollIntoViewIfNeeded()
  await page.waitForTimeout(300)
  expect(asked.filter((url) => /\/clip\./.test(url))).toEqual([])
  await expect(film).toHaveAttribute('poster', new RegExp(`/media/${shown.ids.weir}/`))
  await film.evaluate((one: HTMLVideoElement) => one.play())
  await expect.poll(() => film.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(0)
})

test('a story tells other sites of an image that is there, just as large as they ask: its picture, else a card', async ({
  server,
  press,
  shown,
}) => {
  const small = {
    headline: 'A face is to be seen, and is small',
    section: 'river-and-coast',
    main: use(shown.ids.face),
  }
  const blurred = await press.publish(await press.write({ ...small, blocks: [paragraph('a', long)] }))
  const [width, height] = [1200, 630]
  for (const path of [shown.path, blurred, await plain(press, 'Nothing at all is to be seen')]) {
    const page = await html(server, path)
    const meta = (name: string) => new RegExp(`property="og:image${name}" content="([^"]+)"`).exec(page)?.[1] ?? ''
    expect([meta(':width'), meta(':height'), meta(':type')], path).toEqual([
      String(width),
      String(height),
      'image/jpeg',
    ])
    expect(meta(':alt')).not.toBe('')
    const answer = await fetch(meta(''))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(500_000)
    const made = await sharp(bytes).metadata()
    expect([made.format, made.width, made.height], path).toEqual(['jpeg', width, height])
  }
})

test('the feed says how large films and sounds are, and is the same while nothing of it changes', async ({
  server,
  press,
  shown,
}) => {
  const ask = () => fetch(`${server.baseUrl}/feed.xml`)
  const before = await ask()
  const feed = await before.text()
  expect(feedFaults(feed)).toEqual([])
  const item = feed.split('<item>').find((one) => one.includes(`${shown.path}</link>`)) ?? ''
  const files = [
    ...item.matchAll(/<(enclosure|media:content) url="([^"]+)" (?:length|fileSize)="(\d+)" type="([^"]+)"/g),
  ]
  expect(files.map(([, element]) => element)).toEqual(['enclosure', 'media:content', 'media:content'])
  for (const [, , address = '', size, type] of files) {
    const { headers } = await fetch(address, { method: 'HEAD' })
    expect([headers.get('content-length'), headers.get('content-type')], address).toEqual([size, type])
  }
  // Its files are made meanwhile, and what it says is said again.
  for (const [, address = ''] of item.matchAll(/url="([^"]+jpeg)"/g)) await (await fetch(address)).arrayBuffer()
  await press.describe(shown.ids.gate, { notes: 'Nothing that readers have.' })
  const tag = before.headers.get('etag') ?? ''
  expect((await ask()).headers.get('etag')).toBe(tag)
  expect((await fetch(`${server.baseUrl}/feed.xml`, { headers: { 'if-none-match': tag } })).status).toBe(304)
})

test('feed, sitemap and JSON-LD name pictures that are there, of a story without any its card', async ({
  server,
  press,
  shown,
}) => {
  const feed = await html(server, '/feed.xml')
  const imagesOf = async (path: string): Promise<{ url: string; width: number; height: number }[]> =>
    JSON.parse(/<script type="application\/ld\+json">(.+?)<\/script>/.exec(await html(server, path))?.[1] ?? '').image
  const named = [
    ...feed.matchAll(/<media:content url="([^"]+)" medium="image"/g),
    ...(await html(server, '/sitemaps/1.xml')).matchAll(/<image:loc>([^<]+)</g),
    ...(await html(server, '/news-sitemap.xml')).matchAll(/<image:loc>([^<]+)</g),
  ].map(([, address]) => address ?? '')
  const shapes = await imagesOf(shown.path)
  expect(shapes.map(({ width, height }) => (width / height).toFixed(2))).toEqual(['1.78', '1.33', '1.00'])
  expect(named.length).toBeGreaterThanOrEqual(3)
  const [card] = await imagesOf(await plain(press, 'Of this nothing is to be seen either'))
  expect(card).toMatchObject({ width: 1200, height: 630 })
  for (const address of new Set([...named, ...[...shapes, card!].map(({ url }) => url)]))
    expect((await fetch(address)).headers.get('content-type'), address).toBe('image/jpeg')
})
