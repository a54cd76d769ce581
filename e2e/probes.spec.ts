import { toCursor } from '#lib/site/cursor'

import { type Answer, ask, type Probe, test } from './support/probe'
import { admin, expect } from './support/test'

const evil = 'evil.example'

/** What a page must not be made from, whoever sends it; with the status of the answer where it is not 200. */
const headers: [name: string, value: string, status?: number][] = [
  ['host', evil],
  ['x-forwarded-host', evil],
  ['x-forwarded-proto', 'gopher'],
  ['x-forwarded-scheme', 'nothttps'],
  ['x-forwarded-port', '1337'],
  ['x-forwarded-prefix', `/${evil}`],
  ['x-forwarded-path', `/${evil}`],
  ['x-forwarded-for', '127.0.0.1'],
  ['forwarded', `host=${evil};proto=gopher`],
  ['x-host', evil],
  ['x-original-url', '/desk'],
  ['x-rewrite-url', '/desk'],
  ['x-http-method-override', 'POST'],
  ['x-method-override', 'DELETE'],
  ['x-middleware-subrequest', 'middleware:middleware:middleware:middleware:middleware'],
  ['x-middleware-prefetch', '1'],
  ['x-middleware-rewrite', '/desk'],
  ['x-matched-path', '/desk'],
  ['x-invoke-path', '/desk'],
  ['x-invoke-status', '500'],
  ['x-invoke-query', '%7B%22q%22%3A%22evil.example%22%7D'],
  ['x-nextjs-data', '1'],
  ['x-now-route-matches', '1=evil.example'],
  ['x-prerender-revalidate', evil],
  ['next-url', `/${evil}`],
  ['rsc', '1', 404],
  ['next-action', '00', 404],
  ['next-router-prefetch', '1', 404],
  ['next-router-segment-prefetch', '/_tree', 404],
  ['next-router-state-tree', '%5B%22%22%5D', 404],
  ['purpose', 'prefetch'],
  ['sec-purpose', 'prefetch;prerender'],
  ['accept', 'text/x-component'],
  ['accept-language', evil],
  ['range', 'bytes=0-10'],
  ['if-range', '"x"'],
  ['if-match', '"x"'],
  ['expect', '100-continue'],
  ['cache-control', 'no-cache, no-store'],
  ['pragma', 'no-cache'],
  ['authorization', `Bearer ${evil}`],
  ['origin', `https://${evil}`],
  ['referer', `https://${evil}/`],
  ['user-agent', `Googlebot ${evil}`],
  ['x-stet-address', evil],
  ['content-security-policy', `script-src ${evil} 'nonce-x'`],
  ['x-requested-with', evil],
  ['if-none-match', '*', 304],
  ['accept-encoding', `${evil}, br;q=0`],
  ['x-real-ip', evil],
  ['cookie', `draft=1; __prerender_bypass=${evil}; lang=${evil}`],
]

/** Addresses that no other request here has asked for: a story, a page of a list, a search. */
const stories = [
  ...['politics/who-sits-where', 'politics/three-trusts-one-bed', 'politics/libraries-road-fund', 'culture/samphire'],
  ...['culture/herring-novel', 'culture/market-roof', 'sport/thornsea-bowls', 'sport/sallow-bridge-31'],
]
const cursor = (i: number) => toCursor({ publishedAt: new Date(Date.UTC(2100, 0, 1) + i), place: 1 })
const kinds: [string, (i: number) => string][] = [
  ['searches', (i) => `/search?q=probe-${i}`],
  ['stories and lists', (i) => (i < stories.length ? `/${stories[i]}` : `/politics?before=${cursor(i)}`)],
]

/** As a stranger gets it, and it is what a process makes that no probe reached. */
async function expectClean(answer: Answer, clean: Answer, kept: 'hit' | 'miss', name: string) {
  expect([answer.status, answer.text], name).toEqual([clean.status, clean.text])
  expect(answer.headers['x-stet-cache'], name).toBe(kept)
  expect(answer.headers['set-cookie'], name).toBeUndefined()
}

function expectNothingForeign({ text, headers }: Answer, name: string) {
  expect(text + JSON.stringify(headers), name).not.toContain(evil)
  expect(text, name).not.toContain(admin.name)
  expect(headers['set-cookie'], name).toBeUndefined()
}

for (const [kind, addressOf] of kinds)
  test(`${headers.length} odd headers, which have ${kind} made for the first time, change nothing in what is kept`, async ({
    server,
    cookie,
    clean,
  }) => {
    for (const [i, [header, value, status = 200]] of headers.entries()) {
      const path = addressOf(i)
      const name = `${header}: ${value} at ${path}`
      const own = header === 'cookie' ? `${cookie}; ${value}` : value
      const first = await ask(server, { path, headers: { cookie, [header]: own } })
      expect(first.status, name).toBe(status)
      expectNothingForeign(first, name)
      expect(first.headers['x-stet-cache'], name).toBe('miss')
      const right = await clean(path)
      expect(right.headers['x-stet-cache'], 'no setting asks for it there').toBeUndefined()
      if (status === 200) expect(first.text, name).toBe(right.text)
      // What is refused makes no page.
      await expectClean(await ask(server, { path }), right, status === 404 ? 'miss' : 'hit', name)
    }
  })

/** Each with what it answers, and whether a page is made on the way. */
const methods: [string, Omit<Probe, 'path'>, number, boolean][] = [
  ['HEAD', { method: 'HEAD' }, 200, true],
  ['HEAD of what is known', { method: 'HEAD', headers: { 'if-none-match': '*' } }, 304, true],
  ['a body with GET', { body: evil, headers: { 'content-length': String(evil.length) } }, 200, true],
  ['POST', { method: 'POST', headers: { origin: `https://${evil}` } }, 403, false],
  ['PUT', { method: 'PUT' }, 403, false],
  ['DELETE', { method: 'DELETE' }, 403, false],
  ['PURGE', { method: 'PURGE' }, 403, false],
  ['OPTIONS', { method: 'OPTIONS' }, 405, false],
]

test(`${methods.length} methods make the same page as GET, or none`, async ({ server, cookie, clean }) => {
  for (const [i, [name, probe, status, makes]] of methods.entries()) {
    const path = `/search?q=method-${i}`
    const right = await clean(path)
    const first = await ask(server, { path, ...probe, headers: { cookie, ...probe.headers } })
    expect(first.status, name).toBe(status)
    expect(first.headers['x-stet-cache'], name).not.toBe('hit')
    expectNothingForeign(first, name)
    if (probe.method === 'HEAD') expect(first.text, name).toBe('')
    if (name === 'HEAD') expect(first.headers['content-length']).toBe(String(Buffer.byteLength(right.text)))
    await expectClean(await ask(server, { path }), right, makes ? 'hit' : 'miss', name)
  }
})

test('a POST from our own pages is refused on a reader’s page, and makes none', async ({ server, cookie, clean }) => {
  const path = '/search?q=posted'
  const first = await ask(server, { path, method: 'POST', body: 'q=1', headers: { cookie, origin: server.baseUrl } })
  expect(first.status).toBe(405)
  await expectClean(await ask(server, { path }), await clean(path), 'miss', path)
})

const before = (i: number) => `before=${cursor(1000 + i)}`

/** Parameters twice, unknown, in odd order or odd writing; and the one address of the page that they ask for. */
const parameters: [string, string][] = [
  [`/search?q=twice-a&q=${evil}`, '/search?q=twice-a'],
  ['/search?q=twice-b&page=1&page=2', '/search?q=twice-b'],
  ['/search?page=1&q=order', '/search?q=order'],
  ['/search?%71=encoded', '/search?q=encoded'],
  ['/search?q=%65ncoded%2dtoo', '/search?q=encoded-too'],
  [`/search?q[]=${evil}&q=brackets`, '/search?q=brackets'],
  [`/search?Q=${evil}&q=capitals`, '/search?q=capitals'],
  [`/search?utm_source=${evil}&q=unknown&path=${evil}`, '/search?q=unknown'],
  [`/search?q=page&page=${evil}`, '/search?q=page'],
  [`/business?${before(1)}&before=${evil}`, `/business?${before(1)}`],
  [`/business?before=${evil}&${before(2)}`, '/business'],
  [`/sport?before=${evil}`, '/sport'],
  [`/river-and-coast?path=${evil}&q=${evil}&page=9`, '/river-and-coast'],
  [`/topics/flooding?${before(3)}&${before(4)}`, `/topics/flooding?${before(3)}`],
  [`/bylines/nadia-orrell?utm_source=${evil}`, '/bylines/nadia-orrell'],
  [`/opinion/four-funerals?${before(5)}&path=${evil}`, '/opinion/four-funerals'],
  [`/?utm_source=${evil}&before=${evil}`, '/'],
]

test(`${parameters.length} odd lists of parameters are one address each, of which one copy is kept`, async ({
  server,
  cookie,
  clean,
  press,
}) => {
  for (const [path, address] of parameters) {
    // The paper has asked for its home page itself, to prove that a story of the demo’s is gone.
    if (address === '/') await press.publish(await press.draft())
    const right = await clean(address)
    await expectClean(await ask(server, { path, headers: { cookie } }), right, 'miss', path)
    await expectClean(await ask(server, { path: address }), right, 'hit', path)
    await expectClean(await ask(server, { path }), right, 'hit', path)
  }
})

/** What they answer an admin, and a stranger where that is something else. */
const addresses: [path: string, status: number, strangers?: number][] = [
  // Caches in between keep what looks like a file.
  ['/desk/stories/x.css', 404, 307],
  ['/desk/x.js', 404],
  ['/admin/people/x.css', 404],
  ['/account/x.png', 404],
  ['/politics/x.css', 404],
  ['/politics.css', 404],
  ['/politics;x.css', 404],
  // Parts that are read by one program as another would not.
  ['/politics/../desk', 404],
  ['/politics/%2e%2e/desk', 404],
  ['/politics/..%2fdesk', 404],
  ['/politics/..;/desk', 404],
  ['/politics%2f..%2fdesk', 404],
  ['/politics/%252e%252e/desk', 404],
  ['//politics', 404],
  ['/politics//', 404],
  ['/politics\\..\\desk', 404],
  ['/politics%5c..%5cdesk', 404],
  ['/politics%00', 400],
  ['/politics%0d%0aset-cookie:a=b', 404],
  ['/politics%E0%A4%A', 400],
  ['/POLITICS', 404],
  // What the framework's client would ask for.
  ['/politics?_rsc=1', 404],
  ['/politics.rsc', 404],
  ['/index.rsc', 404],
  ['/politics.segments/_tree.segment.rsc', 404],
  ['/_next/data/build/politics.json', 404],
  ['/_next/image?url=%2Fdesk&w=64&q=75', 404],
  ['/_next/static/../server/app/page.js', 404],
  ['/_next/static/%2e%2e/server/app/page.js', 404],
  [`/withdrawn?path=/${evil}`, 404],
  ['/missing', 404],
]

test(`${addresses.length} odd addresses are nobody’s`, async ({ server, cookie, clean }) => {
  const right = await clean('/politics')
  await ask(server, { path: '/politics' })
  for (const [path, status, strangers = status] of addresses) {
    const answers = [await ask(server, { path, headers: { cookie } }), await ask(server, { path })]
    expect(
      answers.map((answer) => answer.status),
      path,
    ).toEqual([status, strangers])
    for (const answer of answers) expectNothingForeign(answer, path)
    // What is the newsroom's is not to be kept by caches in between either.
    if (/^\/(desk|admin|account)\//.test(path))
      for (const { headers } of answers) expect(headers['cache-control'], path).toContain('no-store')
    await expectClean(await ask(server, { path: '/politics' }), right, 'hit', path)
  }
})
