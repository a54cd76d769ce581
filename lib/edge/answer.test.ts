import { createServer, get as request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { followLog, moveHead } from '#lib/publication/head'
import { lastSeq } from '#lib/publication/queries'
import { publications } from '#lib/publication/tables'
import { editSection } from '#lib/section/commands'
import { record, showsFrames } from '#lib/site/context'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { type Edge, type EdgeOptions, makeEdge } from './answer'
import type { Handler } from './capture'
import { policyWith, sitePolicy } from './headers'

type Page = { says: string; keys?: string[]; frames?: string[]; headers?: Record<string, string> }

/** What Next has at each address; `stage` may hold a render up, or break it. */
let pages: Record<string, Page> = {}
let asked: string[] = []
let stage: (path: string) => Promise<void> = async () => {}

/** Next as the edge meets it: its own 404 has no body that a reader could see. */
const next: Handler = async (req, res) => {
  const url = new URL(req.url ?? '', 'http://x')
  asked.push(`${req.method} ${url.pathname}${url.search}`)
  const page = pages[url.pathname]
  record(page?.keys ?? [`path:${url.pathname}`])
  showsFrames(page?.frames ?? [])
  const says = page?.says.replace('{path}', url.searchParams.get('path') ?? '')
  await stage(url.pathname)
  const type = 'text/html; charset=utf-8'
  res.writeHead(page ? 200 : 404, { 'Content-Type': type, Vary: 'rsc', 'X-Powered-By': 'it', ...page?.headers })
  res.end(page ? `<html><body>${says}<script src="/_next/x.js"></script></body></html>` : '<div hidden></div>')
}

beforeEach(() => {
  pages = {
    '/': { says: '<h1>Home</h1>', keys: ['latest:', 'settings:'] },
    '/missing': { says: '<h1>Nothing here</h1>', keys: ['settings:'] },
    '/withdrawn': { says: '<h1>Taken down: {path}</h1>', keys: ['settings:'] },
  }
  asked = []
  stage = async () => {}
})

const options: EdgeOptions = {
  next,
  // As the site does where there is no page's row.
  mayStand: async (path) => !path.startsWith('/nowhere'),
  baseUrl: 'https://paper.example',
  dev: false,
  common: { 'X-Content-Type-Options': 'nosniff' },
  shared: 0,
  bytes: 10_000_000,
  says: true,
  deadline: 500,
}

/** An edge on a port of its own; what is not for it to answer is a 418. */
async function serve(edge: Edge) {
  const server = createServer(async (req, res) => {
    if (!edge.hit(req, res) && !(await edge.answer(req, res))) res.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

let database: TestDatabase
let base: string
let close: () => void

beforeAll(async () => {
  database = await testDatabase()
  const { petra } = await newsroom()
  const id = await aStory(petra, 'A letter')
  await publishNow(petra, id)
  await withdrawStory(petra, id, 'It was wrong.', 'wrong')
  await publishNow(petra, await aStory(petra, 'A live letter'))
  await editSection(petra, 'sport', 1, { name: 'Games', slug: 'games', colour: 'sport' }, when)
  followLog()
  ;({ base, close } = await serve(makeEdge(options)))
})
afterAll(async () => {
  close()
  await database.drop()
})

const get = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })
const plain = { headers: { 'accept-encoding': 'identity' } }
const said = async (path: string) => {
  const answer = await get(path)
  return [answer.status, answer.headers.get('x-stet-cache'), textOf(await answer.text())]
}
const textOf = (html: string) => /<h1>(.*)<\/h1>/.exec(html)?.[1]

/** Something that readers see is committed. */
const act = (keys: string[]) =>
  db.write(async (tx) => {
    const seq = (await lastSeq(tx)) + 1
    await tx.insert(publications).values({ seq, act: 'publish', kind: 'story', subject: 's', at: when, keys })
    db.afterCommit(() => moveHead(seq))
  })

test('a page is answered with headers of our own; nothing of the framework’s passes', async () => {
  const answer = await get('/', { headers: { ...plain.headers, cookie: 'who=me' } })
  expect([answer.status, await answer.text()]).toEqual([200, '<html><body><h1>Home</h1></body></html>'])
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(answer.headers.get('x-powered-by')).toBeNull()
  expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(answer.headers.get('content-security-policy')).toBe(sitePolicy)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('the origins of a page’s frames are in its policy, kept with it, until the page is made without them', async () => {
  const policy = async () => (await get('/film')).headers.get('content-security-policy')
  const frames = ['https://www.youtube-nocookie.com']
  pages['/film'] = { says: '<h1>Film</h1>', keys: ['story:film'], frames }
  expect(await policy()).toBe(policyWith(new Set(frames)))
  pages['/film'] = { says: '<h1>Film</h1>', keys: ['story:film'] }
  expect(await policy()).toBe(policyWith(new Set(frames)))
  await act(['story:film'])
  expect(await policy()).toBe(sitePolicy)
})

test('an answer that goes in one piece says the same as one that does not', async () => {
  const silent = makeEdge({ ...options, says: false })
  const answers: string[] = []
  const over = await serve(silent)
  for (const _ of ['miss', 'hit', 'hit']) {
    const answer = await fetch(`${over.base}/`, plain)
    const { date, connection, 'keep-alive': __, ...headers } = Object.fromEntries(answer.headers)
    expect(Math.abs(Date.parse(date ?? '') - Date.now())).toBeLessThan(2000)
    answers.push(JSON.stringify([answer.status, headers, await answer.text()]))
  }
  over.close()
  expect(new Set(answers).size).toBe(1)
  expect(silent.counters()).toMatchObject({ hits: 2, misses: 1 })
})

test('a page is made once and kept until something that it is made of changes', async () => {
  pages['/river'] = { says: '<h1>One</h1>', keys: ['section:river'] }
  expect(await said('/river')).toEqual([200, 'miss', 'One'])
  pages['/river'] = { says: '<h1>Two</h1>', keys: ['section:river'] }
  await act(['section:sport'])
  expect(await said('/river?utm_source=x')).toEqual([200, 'hit', 'One'])
  await act(['section:river'])
  expect(await said('/river')).toEqual([200, 'miss', 'Two'])
  expect(asked).toEqual(['GET /river', 'GET /river'])
})

test('a publication in mid-render never leaves the old page kept, and who asks after it gets the new one', async () => {
  pages['/eels'] = { says: '<h1>Old</h1>', keys: ['story:eels'] }
  let go = () => {}
  stage = () => new Promise<void>((resolve) => (go = resolve))
  const before = said('/eels')
  while (!asked.length) await turn()
  pages['/eels'] = { says: '<h1>New</h1>', keys: ['story:eels'] }
  await act(['story:eels'])
  stage = async () => {}
  const after = said('/eels')
  await turn()
  go()
  expect(await before).toEqual([200, 'miss', 'Old'])
  expect(await after).toEqual([200, 'miss', 'New'])
  expect(await said('/eels')).toEqual([200, 'hit', 'New'])
})

test.each([
  ['that tells nothing of what it is made of', { says: '<h1>A</h1>', keys: [] }],
  ['that sets a cookie', { says: '<h1>A</h1>', keys: ['latest:'], headers: { 'Set-Cookie': 'a=b' } }],
  ['that would hide something without scripts', { says: '<h1>A</h1><div hidden id="S:0">B</div>', keys: ['latest:'] }],
])('a page %s is answered and not kept', async (_, page) => {
  pages['/odd'] = page
  for (const _ of [1, 2]) {
    const answer = await get('/odd')
    expect([answer.status, answer.headers.get('x-stet-cache')]).toEqual([200, 'miss'])
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
})

test('what is not there is a 404 that a reader sees, what was withdrawn a 410, what moved a 301; each is kept', async () => {
  expect(await said('/river/nothing')).toEqual([404, 'miss', 'Nothing here'])
  expect(await said('/river/nothing')).toEqual([404, 'hit', 'Nothing here'])
  expect(await said('/river/a-letter')).toEqual([410, 'miss', 'Taken down: /river/a-letter'])
  expect(await said('/river/a-letter')).toEqual([410, 'hit', 'Taken down: /river/a-letter'])
  for (const cache of ['miss', 'hit']) {
    const moved = await get('/sport')
    expect([moved.status, moved.headers.get('location'), moved.headers.get('x-stet-cache')]).toEqual([
      301,
      '/games',
      cache,
    ])
  }
})

test('where no page may stand none is rendered, and what is said of it is kept', async () => {
  for (const cache of ['miss', 'hit']) expect(await said('/nowhere/at-all')).toEqual([404, cache, 'Nothing here'])
  expect(asked.filter((one) => one.includes('nowhere'))).toEqual([])
})

test('an address with a slash at its end is sent to the one without, and Next is not asked', async () => {
  const answer = await get('/search/?q=tide', plain)
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/search?q=tide'])
  expect((await get('/')).status).toBe(200)
  expect(asked.filter((one) => one.includes('search'))).toEqual([])
})

test('many addresses that lead nowhere, asked for at once, do not wait for each other', async () => {
  const mayStand = () => new Promise<boolean>((resolve) => setTimeout(resolve, 150, false))
  const cold = makeEdge({ ...options, mayStand, deadline: 3000 })
  const over = await serve(cold)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => fetch(`${over.base}/tide-${i}`)))
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(404))
  over.close()
})

test('an address where something appears is a 404 no longer', async () => {
  expect(await said('/river/soon')).toEqual([404, 'miss', 'Nothing here'])
  pages['/river/soon'] = { says: '<h1>Here</h1>', keys: ['story:soon'] }
  await act(['path:/river/soon'])
  expect(await said('/river/soon')).toEqual([200, 'miss', 'Here'])
})

test('pages of the edge’s own are nobody’s address', async () => {
  expect((await get('/withdrawn?path=/river/a-letter')).status).toBe(404)
  expect((await get('/missing')).status).toBe(404)
})

test('while Next is broken what is kept is answered, a cold or changed page is a 503, a withdrawn one a 410', async () => {
  pages['/warm'] = { says: '<h1>Warm</h1>', keys: ['story:warm'] }
  pages['/changed'] = { says: '<h1>Changed</h1>', keys: ['story:changed'] }
  for (const path of ['/warm', '/changed']) await get(path)
  await act(['story:changed', 'path:river/a-letter', 'path:/river/a-letter'])
  stage = () => Promise.reject(new Error('broken'))
  expect(await said('/warm')).toEqual([200, 'hit', 'Warm'])
  for (const path of ['/changed', '/cold', '/river/a-live-letter']) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
    expect(answer.headers.get('x-stet-cache')).toBe('miss')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('cannot be shown right now')
  }
  expect((await get('/river/a-letter')).status).toBe(410)
})

test('who waits behind a late render has the same deadline', async () => {
  pages['/late'] = { says: '<h1>Late</h1>', keys: ['story:late'] }
  stage = () => new Promise(() => {})
  const first = get('/late')
  while (!asked.length) await turn()
  await act(['story:late'])
  const started = performance.now()
  expect((await get('/late')).status).toBe(503)
  expect(performance.now() - started).toBeLessThan(800)
  expect((await first).status).toBe(503)
})

test('a page that is late is a 503 at its deadline, and other pages do not wait for it', async () => {
  pages['/slow'] = { says: '<h1>Slow</h1>', keys: ['latest:'] }
  stage = (path) => (path === '/slow' ? new Promise(() => {}) : Promise.resolve())
  const slow = get('/slow')
  pages['/quick'] = { says: '<h1>Quick</h1>', keys: ['latest:'] }
  expect(await said('/quick')).toEqual([200, 'miss', 'Quick'])
  expect((await slow).status).toBe(503)
})

test('a known page is a 304, HEAD has no body, and the compressed page is the same page', async () => {
  pages['/long'] = { says: `<h1>${'Long '.repeat(100)}</h1>`, keys: ['latest:'] }
  const whole = await get('/long', plain)
  const known = await get('/long', {
    headers: { ...plain.headers, 'if-none-match': `"x", ${whole.headers.get('etag')}` },
  })
  expect([known.status, await known.text()]).toEqual([304, ''])
  const headed = await get('/long', { method: 'HEAD', ...plain })
  expect([headed.headers.get('content-length'), await headed.text()]).toEqual([whole.headers.get('content-length'), ''])
  expect(brotliDecompressSync(await bytes('/long', 'br')).toString()).toBe(await whole.text())
})

/** The bytes as sent: fetch would unpack them. */
const bytes = (path: string, encoding: string) =>
  new Promise<Buffer>((resolve, reject) => {
    request(base + path, { headers: { 'accept-encoding': encoding } }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
    }).on('error', reject)
  })

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

test('what leads elsewhere and was made of nothing is not kept: nothing would ever take it out', async () => {
  const away: Handler = async (_, res) => void res.writeHead(307, { Location: '/sign-in' }).end()
  const other = makeEdge({ ...options, next: away })
  const over = await serve(other)
  for (const _ of [1, 2]) {
    const answer = await fetch(`${over.base}/letters`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('x-stet-cache')]).toEqual([301, 'miss'])
  }
  over.close()
})

test('the newsroom is answered by others; what changes something and what is malformed is refused', async () => {
  expect((await get('/desk')).status).toBe(418)
  expect((await get('/%64esk')).status).toBe(418)
  expect((await get('/', { method: 'POST' })).status).toBe(405)
  expect((await get('/%E0%A4%A')).status).toBe(400)
  expect((await get('/', { headers: { rsc: '1' } })).status).toBe(404)
})
