import { createServer, get as request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { editSection } from '#lib/section/commands'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { type TestDatabase, testDatabase } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { makeEdge } from './answer'
import type { Handler } from './capture'

/** Next as the edge meets it: its own 404 has no body that a reader could see. */
const next: Handler = async (req, res) => {
  const url = new URL(req.url ?? '', 'http://x')
  asked.push(`${req.method} ${url.pathname}${url.search}`)
  if (url.pathname === '/broken') throw new Error('broken')
  const bodies: Record<string, string> = {
    '/': '<h1>Home</h1>',
    '/missing': '<h1>Nothing here</h1>',
    '/withdrawn': `<h1>Taken down: ${url.searchParams.get('path')}</h1>`,
  }
  const body = bodies[url.pathname]
  res.writeHead(body ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': 'a=b', Vary: 'rsc' })
  res.end(body ?? '<div hidden></div>')
}

let asked: string[] = []
let database: TestDatabase
let base: string
const edge = makeEdge({ next, baseUrl: 'https://paper.example', dev: false })
const server = createServer(async (req, res) => {
  if (!(await edge(req, res))) res.writeHead(418).end()
})

beforeAll(async () => {
  database = await testDatabase()
  const { petra } = await newsroom()
  const id = await aStory(petra, 'A letter')
  await publishNow(petra, id)
  await withdrawStory(petra, id, 'It was wrong.', 'wrong')
  await editSection(petra, 'sport', 1, { name: 'Games', slug: 'games', colour: 'sport' }, when)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await database.drop()
})

const get = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })

test('a page is answered with headers of our own; nothing of the framework’s passes', async () => {
  const answer = await get('/', { headers: { 'accept-encoding': 'identity', cookie: 'who=me' } })
  expect([answer.status, await answer.text()]).toEqual([200, '<h1>Home</h1>'])
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('what is not there is a 404 that a reader sees, what was withdrawn a 410, what moved a 301', async () => {
  const missing = await get('/river/nothing')
  expect([missing.status, await missing.text()]).toEqual([404, '<h1>Nothing here</h1>'])
  const gone = await get('/river/a-letter')
  expect([gone.status, await gone.text()]).toEqual([410, '<h1>Taken down: /river/a-letter</h1>'])
  const moved = await get('/sport')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/games'])
})

test('pages of the edge’s own are nobody’s address', async () => {
  asked = []
  expect((await get('/withdrawn?path=/river/a-letter')).status).toBe(404)
  expect((await get('/missing')).status).toBe(404)
  expect(asked).toEqual(['GET /missing', 'GET /missing'])
})

test('a page that cannot be made is a 503 that says when to come back', async () => {
  const answer = await get('/broken')
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
    503,
    '10',
    'no-store',
  ])
  expect(await answer.text()).toContain('cannot be shown right now')
})

test('a known page is a 304, HEAD has no body, and the compressed page is the same page', async () => {
  const plain = await get('/', { headers: { 'accept-encoding': 'identity' } })
  const known = await get('/', { headers: { 'if-none-match': plain.headers.get('etag') ?? '' } })
  expect([known.status, await known.text()]).toEqual([304, ''])
  expect(await (await get('/', { method: 'HEAD' })).text()).toBe('')
  expect(brotliDecompressSync(await bytes('/', 'br')).toString()).toBe('<h1>Home</h1>')
})

/** The bytes as sent: fetch would unpack them. */
const bytes = (path: string, encoding: string) =>
  new Promise<Buffer>((resolve, reject) => {
    request(base + path, { headers: { 'accept-encoding': encoding } }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
    }).on('error', reject)
  })

test('the newsroom is answered by others; what changes something and what is malformed is refused', async () => {
  expect((await get('/desk')).status).toBe(418)
  expect((await get('/%64esk')).status).toBe(418)
  expect((await get('/', { method: 'POST' })).status).toBe(405)
  expect((await get('/%E0%A4%A')).status).toBe(400)
})
