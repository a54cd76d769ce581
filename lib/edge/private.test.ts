import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { log } from '#lib/log'
import { databaseForAll } from '#lib/testing/database'
import { aStage, edgeOptions, type Stage, serveEdge, stagedNext } from '#lib/testing/edge'

import { makeEdge } from './answer'
import { sitePolicy } from './headers'

const token = 'a'.repeat(43)
let open: Set<string>
let stage: Stage
beforeEach(() => {
  open = new Set([token])
  stage = aStage()
  stage.pages[`/preview/${token}`] = { says: '<h1>Not yet</h1>', keys: ['story:x'] }
})

databaseForAll()
let { base, close } = {} as Awaited<ReturnType<typeof serveEdge>>
const edge = makeEdge({ ...edgeOptions, next: stagedNext(() => stage), mayOpen: async (one) => open.has(one) })
beforeAll(async () => {
  ;({ base, close } = await serveEdge(edge))
})
afterAll(() => close())

const get = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })

test('a private page is made anew each time, kept nowhere, listed nowhere, and without the framework’s scripts', async () => {
  const answer = await get(`/preview/${token}`)
  expect([answer.status, await answer.text()]).toEqual([200, '<html><body><h1>Not yet</h1></body></html>'])
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'same-origin',
    'content-security-policy': sitePolicy,
  })
  expect(answer.headers.get('etag')).toBeNull()
  await get(`/preview/${token}`)
  expect(stage.asked).toHaveLength(2)
})

test('whatever opens nothing gets the same answer to the byte, and nothing is made for it', async () => {
  const never = await get(`/preview/${'b'.repeat(43)}`)
  const told = async (answer: Response) => {
    const { date: _, ...headers } = Object.fromEntries(answer.headers)
    return JSON.stringify([answer.status, headers, await answer.text()])
  }
  const expected = await told(never)
  expect(never.status).toBe(404)
  open.clear()
  for (const path of [`/preview/${token}`, '/preview', '/preview/', '/preview/x/y', `/preview/${token}/x`])
    expect(await told(await get(path)), path).toBe(expected)
  expect(stage.asked).toEqual([])
})

test('one that is revoked while its page is made shows nothing', async () => {
  // Asked when the link was still open, Next finds it no more.
  delete stage.pages[`/preview/${token}`]
  expect((await get(`/preview/${token}`)).status).toBe(404)
})

test('of what is asked of it only the thanks reach the page', async () => {
  await get(`/preview/${token}?said=comment&x=1`)
  await get(`/preview/${token}?said=other`)
  expect(stage.asked).toEqual([`GET /preview/${token}?said=comment`, `GET /preview/${token}`])
})

test('it is only read, and by nobody’s framework', async () => {
  expect((await get(`/preview/${token}`, { method: 'POST' })).status).toBe(405)
  expect((await get(`/preview/${token}`, { headers: { rsc: '1' } })).status).toBe(404)
  expect((await get(`/preview/${token}`, { method: 'HEAD' })).status).toBe(200)
})

test('where it fails, its token is not in the log', async () => {
  const told: unknown[] = []
  const spy = vi.spyOn(log, 'error').mockImplementation((...values: unknown[]) => void told.push(values))
  stage.before = async () => {
    throw new Error('broken')
  }
  expect((await get(`/preview/${token}`)).status).toBe(503)
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain(token)
  spy.mockRestore()
})
