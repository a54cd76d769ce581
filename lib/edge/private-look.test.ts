import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { type Look, lookTried } from '#lib/site/context'
import { firstTheme } from '#lib/site/theme/content'
import { databaseForAll } from '#lib/testing/database'
import { aStage, edgeOptions, type Stage, serveEdge, stagedNext } from '#lib/testing/edge'

import { makeEdge } from './answer'
import { readLookAddress } from './private-look'

const hers = 'session=hers'
const theme = { ...firstTheme, faces: 'sans' as const }
const looks: (Look | undefined)[] = []
let stage: Stage
beforeEach(() => {
  looks.length = 0
  stage = aStage()
  stage.pages['/river/gates'] = { says: '<h1>Gates</h1><script src="/look.js"></script>', keys: ['story:x'] }
})

databaseForAll()
let { base, close } = {} as Awaited<ReturnType<typeof serveEdge>>
const next = stagedNext(() => stage)
const edge = makeEdge({
  ...edgeOptions,
  next: (req, res) => {
    looks.push(lookTried())
    return next(req, res)
  },
  looks: {
    find: async (asked, token) => (asked === hers && token === 'T-1' ? { theme, logos: new Map() } : undefined),
    findFile: async () => undefined,
  },
})
beforeAll(async () => {
  ;({ base, close } = await serveEdge(edge))
})
afterAll(() => close())

const get = (path: string, cookie?: string) => fetch(base + path, { headers: cookie ? { cookie } : {} })

test('a page of the site is made in the look that is tried, framed by our own pages alone, without scripts, and kept nowhere', async () => {
  for (const [path, says, scheme] of [
    ['/preview/look/T-1/light/at', 'Home', 'light'],
    ['/preview/look/T-1/dark/at/river/gates', 'Gates', 'dark'],
  ] as const) {
    const answer = await get(path, hers)
    expect([answer.status, await answer.text()]).toEqual([200, `<html><body><h1>${says}</h1></body></html>`])
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(looks.pop()).toMatchObject({ theme, scheme, sheet: '/preview/look/T-1/theme.css' })
  }
  // What readers get knows nothing of it.
  await get('/')
  expect(looks).toEqual([undefined])
})

test('its stylesheet is made of what was chosen, and kept nowhere either', async () => {
  const answer = await get('/preview/look/T-1/theme.css', hers)
  expect(await answer.text()).toContain('Stet Sans')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' },
  })
})

test('everybody else gets what a link gets that opens nothing, and nothing is made for them', async () => {
  const never = await (await get('/preview/never')).text()
  for (const [path, cookie] of [
    ['/preview/look/T-1/light/at'],
    ['/preview/look/T-1/light/at', 'session=his'],
    ['/preview/look/T-1/theme.css', 'session=his'],
    ['/preview/look/T-2/light/at', hers],
    ['/preview/look/T-1/light/at/desk', hers],
    ['/preview/look/T-1/light/at/preview/look/T-1/light/at', hers],
    ['/preview/look/media/x', hers],
    ['/preview/look', hers],
  ] as const) {
    const answer = await get(path, cookie)
    expect([answer.status, await answer.text()], path).toEqual([404, never])
  }
  expect(looks).toEqual([])
})

test('what has moved is not shown, as what is not there', async () => {
  stage.pages['/river/old'] = { says: '', status: 308, headers: { Location: '/river/gates' } }
  for (const path of ['/river/old', '/river/nothing'])
    expect((await get(`/preview/look/T-1/light/at${path}`, hers)).status, path).toBe(404)
})

test('only pages of the site are shown in a look', () => {
  expect(readLookAddress('/preview/look/T/dark/at/river')).toEqual({ token: 'T', scheme: 'dark', page: '/river' })
  expect(readLookAddress('/preview/look/media/a/b.avif')).toEqual({ file: 'a/b.avif' })
  for (const path of ['/at/admin/look', '/at/feed.xml', '/at//x', '/at/a.rsc', '/at/api/health', '/x'])
    expect(readLookAddress(`/preview/look/T/light${path}`), path).toBeUndefined()
})
