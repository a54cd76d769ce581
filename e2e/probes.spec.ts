import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'

import { startPress } from './support/press'
import { type RunningServer, startServer } from './support/server'
import { admin, test as base, expect } from './support/test'

const test = base.extend<object, { server: RunningServer; cookie: string }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const env = { STET_ADMIN_EMAIL: admin.email, STET_ADMIN_PASSWORD: admin.password, STET_CACHE_HEADER: '1' }
      const server = await startServer({ env, args: ['--demo'] })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  cookie: [
    async ({ server }, use) => {
      const press = startPress(server)
      const { cookie } = await press.signIn()
      await press.close()
      await use(cookie)
    },
    { scope: 'worker' },
  ],
})

const page = '/politics'
const evil = 'evil.example'

type Probe = { path?: string; method?: string; headers?: Record<string, string>; body?: string; answers: number }

/** What a page must not be made from, whoever sends it. */
const headers: [string, string, number?][] = [
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
  ['cookie', `draft=1; __prerender_bypass=${evil}; lang=${evil}`],
]

const paths: [string, number][] = [
  // Caches in between keep what looks like a file.
  ['/desk/stories/x.css', 404],
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
  // Parameters that the page does not know, or not so.
  [`/politics?utm_source=${evil}`, 200],
  [`/politics?before=${evil}`, 200],
  [`/politics?path=${evil}&q=${evil}&page=9`, 200],
  [`/withdrawn?path=/${evil}`, 404],
  ['/missing', 404],
]

const probes: Record<string, [string, Probe][]> = {
  headers: headers.map(([name, value, answers = 200]) => [
    `${name}: ${value}`,
    { headers: { [name]: value }, answers },
  ]),
  addresses: paths.map(([path, answers]) => [path, { path, answers }]),
  methods: [
    ['POST', { method: 'POST', headers: { origin: `https://${evil}` }, answers: 403 }],
    ['PUT', { method: 'PUT', answers: 403 }],
    ['PURGE', { method: 'PURGE', answers: 403 }],
    ['OPTIONS', { method: 'OPTIONS', answers: 405 }],
    ['a body with GET', { body: evil, headers: { 'content-length': String(evil.length) }, answers: 200 }],
  ],
}

type Answer = { status: number; text: string; headers: IncomingMessage['headers'] }

/** As it is written: no client of ours tidies the path. */
async function ask(
  server: RunningServer,
  { path = page, method = 'GET', headers = {}, body }: Omit<Probe, 'answers'>,
): Promise<Answer> {
  const host = `localhost:${server.port}`
  const req = request({
    host: '127.0.0.1',
    port: server.port,
    path,
    method,
    headers: { host, ...headers },
    agent: false,
  })
  req.end(body)
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of res) text += part
  return { status: res.statusCode ?? 0, text, headers: res.headers }
}

for (const [kind, all] of Object.entries(probes))
  test(`nothing is kept or given away by ${all.length} odd ${kind}`, async ({ server, cookie }) => {
    /** The page as a stranger gets it. */
    const clean = await ask(server, {})
    for (const [name, { answers, ...probe }] of all) {
      // Sent by an admin, whose pages nobody else may get.
      const first = await ask(server, { ...probe, headers: { cookie, ...probe.headers } })
      expect(first.status, name).toBe(answers)
      const strangers = [await ask(server, { path: probe.path }), await ask(server, {})]
      for (const { text, headers } of [first, ...strangers]) {
        expect(text + JSON.stringify(headers), name).not.toContain(evil)
        expect(headers['set-cookie'], name).toBeUndefined()
      }
      for (const { text } of strangers) expect(text, name).not.toContain(admin.name)
      const [, after] = strangers
      expect([after?.status, after?.headers.etag, after?.text], name).toEqual([200, clean.headers.etag, clean.text])
    }
  })
