import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { kindOf } from '#lib/edge/paths'

const modules = ['look', 'comforts', 'keys', 'save', 'shelf', 'keep', 'sw']
const textOf = (name: string) => readFileSync(`public/${name}.js`, 'utf8')

test('all that comforts readers weighs at most 6 kB together', () => {
  const bytes = modules.map((name) => gzipSync(textOf(name), { level: 9 }).length)
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(6000)
})

test.each(modules)('readers may fetch %s', (name) => expect(kindOf(`/${name}.js`)).toBe('file'))

const origin = 'https://paper.example'
type Asked = { path: string; mode?: string; by?: string; destination?: string; method?: string; from?: string }

/** Whether the readers' service worker has a hand in a request. */
function isTouched({ path, mode = 'navigate', by = '/', destination = '', method = 'GET', from = origin }: Asked) {
  const heard: Record<string, (event: object) => void> = {}
  const listen = (name: string, act: (event: object) => void) => {
    heard[name] = act
  }
  // Nothing answers: what is asked here is whether the worker asks at all.
  const never = () => new Promise(() => {})
  const inside = ['addEventListener', 'location', 'fetch', 'caches', 'setTimeout']
  new Function(...inside, textOf('sw'))(listen, { origin }, never, { match: never, keys: never }, () => {})
  let touched = false
  const request = { url: from + path, mode, method, destination, referrer: by && origin + by }
  heard.fetch?.({
    request,
    respondWith: () => {
      touched = true
    },
  })
  return touched
}

test.each(['/', '/river', '/river/eels', '/desks', '/search', '/saved'])('its worker answers for %s', (path) =>
  expect(isTouched({ path })).toBe(true),
)

test.each([
  ...['/desk', '/desk/stories/1', '/admin', '/preview/x', '/api/reports', '/sign-in', '/sign-out', '/welcome/x'],
  ...['/account', '/set-password/x', '/feed.xml', '/media/social/a.jpeg'],
])('its worker lets %s alone', (path) => {
  expect(kindOf(path)).not.toBe('page')
  expect(isTouched({ path })).toBe(false)
})

test.each([
  [{ path: '/river', method: 'POST' }, false],
  [{ path: '/river', from: 'https://elsewhere.example' }, false],
  [{ path: '/river', mode: 'cors' }, false],
  [{ path: '/_next/static/a.css', mode: 'no-cors', destination: 'style', by: '/river' }, true],
  [{ path: '/fonts/a.woff2', mode: 'cors', destination: 'font', by: '/_next/static/a.css' }, true],
  [{ path: '/_next/static/a.js', mode: 'cors', destination: 'script', by: '/admin/people' }, false],
  [{ path: '/_next/static/a.js', mode: 'cors', destination: 'script', by: '' }, false],
  [{ path: '/media/a/1.mp4', mode: 'cors', destination: 'video', by: '/river' }, false],
  [{ path: '/api/pulse', mode: 'cors', destination: '', by: '/river' }, false],
] as const)('of %j: %s', (asked, touched) => expect(isTouched(asked)).toBe(touched))

test('what its worker answers with instead of the server says since when it is kept', async () => {
  const heard: Record<string, (event: object) => void> = {}
  const listen = (name: string, act: (event: object) => void) => {
    heard[name] = act
  }
  const headers = { date: 'Thu, 14 May 2026 13:05:00 GMT', 'content-security-policy': "default-src 'none'" }
  const match = async (path: string) => new Response(`<!doctype html><html lang="en">${path}`, { headers })
  const inside = ['addEventListener', 'location', 'fetch', 'caches', 'setTimeout']
  new Function(...inside, textOf('sw'))(
    listen,
    { origin },
    async () => Promise.reject(),
    { match },
    () => {},
  )
  let answer: Promise<Response> | undefined
  heard.fetch?.({
    request: { url: `${origin}/river/eels`, mode: 'navigate', method: 'GET' },
    respondWith: (given: Promise<Response>) => {
      answer = given
    },
  })
  const page = await answer
  expect(await page?.text()).toBe(`<!doctype html><html data-kept="${headers.date}" lang="en">/river/eels`)
  expect(page?.headers.get('content-security-policy')).toBe(headers['content-security-policy'])
})

test('links to what is not a page of readers, or is asked with words, are not fetched ahead', () => {
  const { prefetch } = JSON.parse(readFileSync('public/speculation-rules.json', 'utf8'))
  expect(prefetch).toHaveLength(1)
  const left = JSON.stringify(prefetch[0].where.and.slice(1))
  for (const one of ['desk', 'admin', 'api', 'preview', 'sign-in', 'sign-out', 'media', '/search\\\\?*', '/*.*'])
    expect(left).toContain(one)
  expect(prefetch[0].eagerness).toBe('moderate')
})
