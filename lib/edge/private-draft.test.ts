import type { IncomingMessage } from 'node:http'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseForAll } from '#lib/testing/database'
import { aStage, edgeOptions, type Stage, serveEdge, stagedNext } from '#lib/testing/edge'

import { makeEdge } from './answer'
import { sitePolicy } from './headers'
import { readDraftAddress } from './private-draft'

const hers = 'session=hers'
const cookies: (string | undefined)[] = []
let stage: Stage
beforeEach(() => {
  cookies.length = 0
  stage = aStage()
  stage.pages['/preview/fronts/home'] = { says: '<h1>Draft</h1>', keys: ['front:home'] }
})

databaseForAll()
let { base, close } = {} as Awaited<ReturnType<typeof serveEdge>>
const next = stagedNext(() => stage)
const edge = makeEdge({
  ...edgeOptions,
  next: (req: IncomingMessage, res) => {
    cookies.push(req.headers.cookie)
    return next(req, res)
  },
  drafts: {
    fronts: { mayLook: async (asked) => asked === hers, findFile: async () => undefined },
    pages: { mayLook: async (asked) => asked === hers, findFile: async () => undefined },
  },
})
beforeAll(async () => {
  ;({ base, close } = await serveEdge(edge))
})
afterAll(() => close())

const get = (path: string, cookie?: string) => fetch(base + path, { headers: cookie ? { cookie } : {} })

test('a front’s draft is shown to who makes it, framed by our own pages alone, made anew each time and kept nowhere', async () => {
  const answer = await get('/preview/fronts/home', hers)
  expect([answer.status, await answer.text()]).toEqual([200, '<html><body><h1>Draft</h1></body></html>'])
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy?.replace("frame-ancestors 'self'", "frame-ancestors 'none'")).toBe(sitePolicy)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'x-frame-options': 'SAMEORIGIN' },
  })
  await get('/preview/fronts/home', hers)
  // The page asks again who looks.
  expect(cookies).toEqual([hers, hers])
})

test('so is a page’s draft, with the frames that it may load', async () => {
  stage.pages['/preview/pages/p1'] = { says: '<h1>Draft</h1>', keys: ['page:p1'] }
  const answer = await get('/preview/pages/p1', hers)
  expect([answer.status, await answer.text()]).toEqual([200, '<html><body><h1>Draft</h1></body></html>'])
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('everybody else gets what a link gets that opens nothing, and nothing is made for them', async () => {
  const never = await (await get('/preview/never')).text()
  for (const [path, cookie] of [
    ['/preview/fronts/home'],
    ['/preview/fronts/home', 'session=his'],
    ['/preview/fronts/nowhere', hers],
    ['/preview/fronts', hers],
    ['/preview/pages/p1'],
    ['/preview/pages/p1', 'session=his'],
    ['/preview/pages/p1/more', hers],
    ['/preview/pages', hers],
    ['/preview/fronts/home/media/x', hers],
    ['/preview/pages/p1/media/x', hers],
  ] as const) {
    const answer = await get(path, cookie)
    expect([answer.status, await answer.text()], path).toEqual([404, never])
  }
  expect(cookies).toEqual([])
})

test('the addresses of drafts, and of their files, are told from all others', () => {
  expect(readDraftAddress('/preview/fronts/section:river')).toEqual({
    of: 'fronts',
    id: 'section:river',
    file: undefined,
  })
  const files = [
    ['/preview/fronts/topic:x1/media/a/b.avif', { of: 'fronts', id: 'topic:x1', file: 'a/b.avif' }],
    ['/preview/pages/p1/media/a/b.avif', { of: 'pages', id: 'p1', file: 'a/b.avif' }],
  ] as const
  for (const [path, read] of files) expect(readDraftAddress(path)).toEqual(read)
  for (const path of [
    '/preview/fronts/home/',
    '/preview/fronts/section:',
    '/preview/fronts/page:x',
    '/preview/pages/section:x',
    '/x/preview/fronts/home',
  ])
    expect(readDraftAddress(path)).toBeUndefined()
})
