import { get as request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { followLog } from '#lib/publication/head'
import { editSection } from '#lib/section/commands'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { databaseForAll } from '#lib/testing/database'
import { aStage, commitAct, edgeOptions, type Stage, serveEdge, stagedNext } from '#lib/testing/edge'
import { newsroom, when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { type EdgeOptions, makeEdge } from './answer'
import type { Handler } from './capture'
import { policyWith, sitePolicy } from './headers'

let stage: Stage
beforeEach(() => {
  stage = aStage()
})
const options: EdgeOptions = { ...edgeOptions, next: stagedNext(() => stage) }

databaseForAll()
let { base, said, close } = {} as Awaited<ReturnType<typeof serveEdge>>

beforeAll(async () => {
  const { petra } = await newsroom()
  const id = await aStory(petra, 'A letter')
  await publishNow(petra, id)
  await withdrawStory(petra, id, 'It was wrong.', 'wrong')
  await editSection(petra, 'sport', 1, { name: 'Games', slug: 'games', colour: 'sport' }, when)
  followLog()
  ;({ base, said, close } = await serveEdge(makeEdge(options)))
})
afterAll(() => close())

const get = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })
const plain = { headers: { 'accept-encoding': 'identity' } }

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
  stage.pages['/film'] = { says: '<h1>Film</h1>', keys: ['story:film'], frames }
  expect(await policy()).toBe(policyWith(new Set(frames)))
  stage.pages['/film'] = { says: '<h1>Film</h1>', keys: ['story:film'] }
  expect(await policy()).toBe(policyWith(new Set(frames)))
  await commitAct(['story:film'])
  expect(await policy()).toBe(sitePolicy)
})

test('an answer that goes in one piece says the same as one that does not', async () => {
  const silent = makeEdge({ ...options, says: false })
  const answers: string[] = []
  const over = await serveEdge(silent)
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

test.each([
  ['that tells nothing of what it is made of', { says: '<h1>A</h1>', keys: [] }],
  ['that sets a cookie', { says: '<h1>A</h1>', keys: ['latest:'], headers: { 'Set-Cookie': 'a=b' } }],
  ['that would hide something without scripts', { says: '<h1>A</h1><div hidden id="S:0">B</div>', keys: ['latest:'] }],
])('a page %s is answered and not kept', async (_, page) => {
  stage.pages['/odd'] = page
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
  expect(stage.asked.filter((one) => one.includes('nowhere'))).toEqual([])
})

test('an address with a slash at its end is sent to the one without, and Next is not asked', async () => {
  const answer = await get('/search/?q=tide', plain)
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/search?q=tide'])
  expect((await get('/')).status).toBe(200)
  expect(stage.asked.filter((one) => one.includes('search'))).toEqual([])
})

test('pages of the edge’s own are nobody’s address', async () => {
  expect((await get('/withdrawn?path=/river/a-letter')).status).toBe(404)
  expect((await get('/missing')).status).toBe(404)
})

test('a known page is a 304, HEAD has no body, and the compressed page is the same page', async () => {
  stage.pages['/long'] = { says: `<h1>${'Long '.repeat(100)}</h1>`, keys: ['latest:'] }
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

test('what leads elsewhere and was made of nothing is not kept: nothing would ever take it out', async () => {
  const away: Handler = async (_, res) => void res.writeHead(307, { Location: '/sign-in' }).end()
  const other = makeEdge({ ...options, next: away })
  const over = await serveEdge(other)
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
