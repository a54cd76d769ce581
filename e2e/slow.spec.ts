import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import { toCursor } from '#lib/site/cursor'

import { ask } from './support/probe'
import { type RunningServer, startServer } from './support/server'
import { type SlowDatabase, slowDatabase } from './support/slow-database'
import { test as base, expect } from './support/test'

/** A paper in two processes: the press works on one; readers ask the other, whose database may be slow. */
const test = base.extend<object, { database: SlowDatabase; slow: RunningServer }>({
  demo: [true, { scope: 'worker' }],
  database: [
    async ({ server }, use) => {
      const database = await slowDatabase(server.database ?? '')
      await use(database)
      database.close()
    },
    { scope: 'worker' },
  ],
  slow: [
    async ({ server, database }, use) => {
      const beside = { data: server.data, database: database.url }
      const slow = await startServer({ beside, env: { STET_CACHE_HEADER: '1' } })
      await use(slow)
      await slow.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

// SQLite answers within our own process: a query of its keeps everybody waiting, whoever asks.
test.skip(() => !process.env.STET_TEST_POSTGRES, 'PostgreSQL alone can be slow for one')

const known = ['/', '/politics', '/politics/who-sits-where', '/feed.xml', '/nothing-here']
const keep = async (server: RunningServer) => {
  for (const path of known) await ask(server, { path })
}
const areKept = async (server: RunningServer) => {
  for (const path of known) expect((await ask(server, { path })).headers['x-stet-cache'], path).toBe('hit')
}

/** Asks for each of them at once. @returns what they got after how many seconds, and how many have got it so far */
function askAll(server: RunningServer, paths: string[]) {
  let count = 0
  const answer = async (path: string) => {
    const began = performance.now()
    const { status, headers } = await ask(server, { path })
    count += 1
    return { status, retry: headers['retry-after'], control: headers['cache-control'], s: since(began) }
  }
  return { readers: Promise.all(paths.map(answer)), ended: () => count }
}
const since = (began: number) => (performance.now() - began) / 1000
const sorry = { status: 503, retry: '10', control: 'no-store' }

test('who asks for a page whose query hangs is told so at the deadline, others do not wait, and then it is right @postgres', async ({
  press,
  database,
  slow,
}) => {
  const id = await press.draft()
  const old = await press.update(id)
  const path = await press.path(id)
  await sleep(150)
  await keep(slow)
  database.hold(String(path.split('/')[2]))
  const { ended, readers } = askAll(slow, Array(20).fill(path))
  while (!database.held()) await sleep(5)
  for (const cold of ['/topics', '/search?q=hinges', '/culture'])
    expect((await ask(slow, { path: cold })).status, cold).toBe(200)
  await areKept(slow)
  expect(ended()).toBe(0)
  const answers = await readers
  expect(answers).toEqual(Array(20).fill({ ...sorry, s: expect.any(Number) }))
  expect(Math.min(...answers.map(({ s }) => s))).toBeGreaterThan(9.5)
  expect(Math.max(...answers.map(({ s }) => s))).toBeLessThan(20)
  await areKept(slow)
  // What hangs was read before this, and comes after it.
  const now = await press.update(id)
  await sleep(150)
  database.letGo()
  for (const wait of [0, 500, 0]) {
    await sleep(wait)
    const { status, text } = await ask(slow, { path })
    expect([status, text.includes(now), text.includes(old)]).toEqual([200, true, false])
  }
})

test('more cold pages than there are connections hang on a locked table: what is kept is answered, and all of them afterwards @postgres', async ({
  server,
  slow,
}) => {
  await keep(slow)
  const cursor = (i: number) => toCursor({ publishedAt: new Date(Date.UTC(2100, 0, 1) + i), place: 1 })
  const paths = Array.from({ length: 30 }, (_, i) => `/sport?before=${cursor(i)}`)
  const other = new pg.Client({ connectionString: server.database })
  await other.connect()
  await other.query('begin; lock table live_stories in access exclusive mode')
  const { ended, readers } = askAll(slow, paths)
  try {
    await sleep(1000)
    await areKept(slow)
    expect(ended()).toBe(0)
    for (const { s, ...answer } of await readers) {
      expect(answer).toEqual(sorry)
      expect(s).toBeLessThan(20)
    }
    await areKept(slow)
  } finally {
    await other.end()
  }
  // Who joins a render that has failed by then is told to come back.
  const statuses = async () => (await askAll(slow, paths).readers).map(({ status }) => status)
  await expect.poll(statuses).toEqual(paths.map(() => 200))
})
