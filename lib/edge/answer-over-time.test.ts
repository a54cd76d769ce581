import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { followLog } from '#lib/publication/head'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { databaseForAll } from '#lib/testing/database'
import { aStage, commitAct, edgeOptions, type Stage, serveEdge, stagedNext, turn } from '#lib/testing/edge'
import { newsroom } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { type EdgeOptions, makeEdge } from './answer'

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
  await publishNow(petra, await aStory(petra, 'A live letter'))
  followLog()
  ;({ base, said, close } = await serveEdge(makeEdge(options)))
})
afterAll(() => close())

const get = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })

test('a page is made once and kept until something that it is made of changes', async () => {
  stage.pages['/river'] = { says: '<h1>One</h1>', keys: ['section:river'] }
  expect(await said('/river')).toEqual([200, 'miss', 'One'])
  stage.pages['/river'] = { says: '<h1>Two</h1>', keys: ['section:river'] }
  await commitAct(['section:sport'])
  expect(await said('/river?utm_source=x')).toEqual([200, 'hit', 'One'])
  await commitAct(['section:river'])
  expect(await said('/river')).toEqual([200, 'miss', 'Two'])
  expect(stage.asked).toEqual(['GET /river', 'GET /river'])
})

test('a publication in mid-render never leaves the old page kept, and who asks after it gets the new one', async () => {
  stage.pages['/eels'] = { says: '<h1>Old</h1>', keys: ['story:eels'] }
  let go = () => {}
  stage.before = () => new Promise<void>((resolve) => (go = resolve))
  const before = said('/eels')
  while (!stage.asked.length) await turn()
  stage.pages['/eels'] = { says: '<h1>New</h1>', keys: ['story:eels'] }
  await commitAct(['story:eels'])
  stage.before = async () => {}
  const after = said('/eels')
  await turn()
  go()
  expect(await before).toEqual([200, 'miss', 'Old'])
  expect(await after).toEqual([200, 'miss', 'New'])
  expect(await said('/eels')).toEqual([200, 'hit', 'New'])
})

test('many addresses that lead nowhere, asked for at once, do not wait for each other', async () => {
  const mayStand = () => new Promise<boolean>((resolve) => setTimeout(resolve, 150, false))
  const cold = makeEdge({ ...options, mayStand, deadline: 3000 })
  const over = await serveEdge(cold)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => fetch(`${over.base}/tide-${i}`)))
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(404))
  over.close()
})

test('an address where something appears is a 404 no longer', async () => {
  expect(await said('/river/soon')).toEqual([404, 'miss', 'Nothing here'])
  stage.pages['/river/soon'] = { says: '<h1>Here</h1>', keys: ['story:soon'] }
  await commitAct(['path:/river/soon'])
  expect(await said('/river/soon')).toEqual([200, 'miss', 'Here'])
})

test('while Next is broken what is kept is answered, a cold or changed page is a 503, a withdrawn one a 410', async () => {
  stage.pages['/warm'] = { says: '<h1>Warm</h1>', keys: ['story:warm'] }
  stage.pages['/changed'] = { says: '<h1>Changed</h1>', keys: ['story:changed'] }
  for (const path of ['/warm', '/changed']) await get(path)
  await commitAct(['story:changed', 'path:river/a-letter', 'path:/river/a-letter'])
  stage.before = () => Promise.reject(new Error('broken'))
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
  stage.pages['/late'] = { says: '<h1>Late</h1>', keys: ['story:late'] }
  stage.before = () => new Promise(() => {})
  const first = get('/late')
  while (!stage.asked.length) await turn()
  await commitAct(['story:late'])
  const started = performance.now()
  expect((await get('/late')).status).toBe(503)
  expect(performance.now() - started).toBeLessThan(800)
  expect((await first).status).toBe(503)
})

test('a page that is late is a 503 at its deadline, and other pages do not wait for it', async () => {
  stage.pages['/slow'] = { says: '<h1>Slow</h1>', keys: ['latest:'] }
  stage.before = (path) => (path === '/slow' ? new Promise(() => {}) : Promise.resolve())
  const slow = get('/slow')
  stage.pages['/quick'] = { says: '<h1>Quick</h1>', keys: ['latest:'] }
  expect(await said('/quick')).toEqual([200, 'miss', 'Quick'])
  expect((await slow).status).toBe(503)
})
