import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'

import { audit } from '#lib/audit/tables'
import { db } from '#lib/db/client'
import { listNotifications } from '#lib/notification/queries'
import { scheduleExpiry } from '#lib/story/commands/expiry'
import { askProofAgain } from '#lib/story/commands/proof'
import { putBack } from '#lib/story/commands/put-back'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { findProof } from '#lib/story/queries/proof'
import { storyProofs } from '#lib/story/tables'
import { deskForAll } from '#lib/testing/desk'
import { later, until } from '#lib/testing/planning'
import { aStory, publishNow } from '#lib/testing/stories'

import { startJobs } from '../runner'
import { jobs } from '../tables'
import { type Askers, askers, makeProof } from './proof'

const desk = deskForAll()
beforeEach(() => db.write(async (tx) => void (await tx.delete(jobs))))

const baseUrl = 'https://paper.example'
/** A paper that is clean, but for the pages that are given. */
const paper = (pages: Record<string, { status?: number; body?: string }> = {}): Askers['inside'] => {
  const usual = (path: string) => ({
    status: /^\/river\/./.test(path) ? 410 : path.startsWith('/media/') ? 404 : 200,
  })
  return async (path) => ({ body: 'Nothing of it', ...usual(path), status: usual(path).status, ...pages[path] })
}

async function withdrawn(headline: string) {
  const id = await aStory(desk.nadia, headline)
  await publishNow(desk.sal, id)
  await withdrawStory(desk.sal, id, '', 'wrong')
  return id
}

const open = async () =>
  (await db.select().from(jobs)).filter(({ doneAt, failedAt, dueAt }) => !doneAt && !failedAt && dueAt <= new Date())

/** Works through the queue until nothing is due any more; what is planned for the next seconds is waited for. */
async function work(by: Askers) {
  await db.write(
    async (tx) =>
      void (await tx
        .update(jobs)
        .set({ dueAt: new Date(0) })
        .where(eq(jobs.name, 'proof'))),
  )
  const worker = startJobs({ proof: makeProof(by) }, { poll: 5 })
  await vi.waitFor(async () => expect(await open()).toEqual([]), 8000)
  await worker.stop()
}

const audited = (id: string) =>
  db
    .select({ actorId: audit.actorId, detail: audit.detail })
    .from(audit)
    .where(and(eq(audit.subject, `story:${id}`), eq(audit.act, 'proof')))
    .orderBy(asc(audit.seq))
const newest = async (actor = desk.sal) => (await listNotifications(actor, { size: 1 })).rows[0]

test('after a withdrawal all addresses are asked, and what they answered is kept; the audit has no word of the story', async () => {
  const id = await withdrawn('Gates close')
  expect(await findProof(desk.nadia, id)).toMatchObject({ state: 'asking', rows: [], by: null, mayAsk: false })
  await work({ baseUrl, inside: paper() })
  const proof = await findProof(desk.sal, id)
  expect(proof).toMatchObject({ state: 'ended', elsewhere: false, againAt: null, mayAsk: true })
  expect(proof!.rows.map(({ words, path, inside }) => `${words} ${path} ${inside!.status} ${inside!.clean}`)).toEqual([
    'The story /river/gates-close 410 true',
    'What changed /river/gates-close/versions 410 true',
    `Social image /media/social/${id}/000000000000.jpeg 404 true`,
    'Home / 200 true',
    'Section /river 200 true',
    'Byline /bylines/nadia 200 true',
    'Archive /archive/2026/05/14 200 true',
    'Search /search?q=close+Gates 200 true',
    'Feed /feed.xml 200 true',
    'Sitemap /sitemap.xml 200 true',
    'Part of the sitemap /sitemaps/1.xml 200 true',
    'News sitemap /news-sitemap.xml 200 true',
  ])
  const [entry] = await audited(id)
  expect(JSON.parse(entry!.detail)).toMatchObject({ inside: { asked: 12, red: [] } })
  expect(JSON.parse(entry!.detail).inside.answers).toContain('story 410')
  expect(entry!.detail).not.toMatch(/gates/i)
})

test('a story that expired at its hour is asked about, too', async () => {
  const id = await aStory(desk.nadia, 'Flood warning ends')
  await publishNow(desk.sal, id)
  await scheduleExpiry(desk.sal, id, later(60), later(1))
  await until(later(60))
  await work({ baseUrl, inside: paper() })
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'ended' })
})

test('what our own listener still shows is red, with why, and all who publish there are told', async () => {
  const id = await withdrawn('Weir breaks')
  const inside = paper({
    '/river/weir-breaks': { status: 200 },
    '/river': { body: '<a href="/river/weir-breaks">' },
    '/feed.xml': { body: '<title>Weir breaks</title>' },
  })
  await work({ baseUrl, inside })
  const red = (await findProof(desk.sal, id))!.rows.filter((row) => !row.inside!.clean)
  expect(red.map(({ words, inside: said }) => `${words}: ${said!.fault}`)).toEqual([
    'The story: Answered 200 instead of 410.',
    'Section: Leads to its address.',
    'Feed: Shows its headline.',
  ])
  for (const editor of [desk.sal, desk.petra])
    expect(await newest(editor)).toMatchObject({
      kind: 'proof-red',
      storyId: id,
      note: expect.stringContaining('Of 12 addresses 3'),
    })
  expect(JSON.parse((await audited(id))[0]!.detail).inside.red).toEqual(['story 200', 'section:river 200', 'feed 200'])
})

test('an address that gives no answer is red', async () => {
  const id = await withdrawn('Ferry sinks')
  const inside: Askers['inside'] = async (path, signal) => {
    if (path === '/') throw new Error('cut off')
    return paper()(path, signal)
  }
  await work({ baseUrl, inside })
  expect((await findProof(desk.sal, id))!.rows.find(({ path }) => path === '/')!.inside).toEqual({
    status: 0,
    clean: false,
    fault: 'It did not answer.',
  })
})

test('from outside it is asked beside; nobody is alarmed by an outside that cannot be reached', async () => {
  const id = await withdrawn('Lock jams')
  const before = await newest()
  const outside = async () => {
    throw new Error('no way')
  }
  await work({ baseUrl, inside: paper(), outside })
  const { elsewhere, rows } = (await findProof(desk.sal, id))!
  expect([elsewhere, rows[0]!.inside!.clean, rows[0]!.outside!.clean]).toEqual([true, true, false])
  expect(await newest()).toEqual(before)
})

test('what a cache outside shows beyond its time is told to who withdrew it', async () => {
  const id = await withdrawn('Barge adrift')
  await work({ baseUrl, inside: paper(), outside: paper({ '/': { body: 'Barge adrift' } }) })
  expect(await newest()).toMatchObject({ kind: 'proof-red', storyId: id, note: expect.stringContaining('a cache') })
  expect((await newest(desk.petra))?.storyId).not.toBe(id)
})

test('a proof that was cut off is begun anew, and ends once', async () => {
  const id = await withdrawn('Pier burns')
  const worker = startJobs({ proof: makeProof({ baseUrl, inside: () => new Promise(() => {}) }) }, { poll: 5 })
  await db.write(async (tx) => void (await tx.update(jobs).set({ dueAt: new Date(0) })))
  await vi.waitFor(async () => expect((await db.select().from(jobs))[0]!.attempts).toBe(1))
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'asking' })
  // As if its process had been killed: its lease runs out.
  void worker.stop()
  await db.write(async (tx) => void (await tx.update(jobs).set({ leaseUntil: new Date(0) })))
  await work({ baseUrl, inside: paper() })
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'ended' })
  expect([await audited(id), await db.select().from(storyProofs).where(eq(storyProofs.storyId, id))]).toMatchObject([
    [{ actorId: null }],
    [{ endedAt: expect.any(Date) }],
  ])
})

test('a server that stops cuts it off: what did not answer for that is not red, and another start goes on', async () => {
  const id = await withdrawn('Mole washed away')
  let asked = () => {}
  const first = new Promise<void>((resolve) => (asked = resolve))
  const inside: Askers['inside'] = (_, signal) => {
    asked()
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  }
  await db.write(async (tx) => void (await tx.update(jobs).set({ dueAt: new Date(0) })))
  const worker = startJobs({ proof: makeProof({ baseUrl, inside }) }, { poll: 5 })
  await first
  await worker.stop()
  expect([await findProof(desk.sal, id), await audited(id)]).toMatchObject([{ state: 'asking', rows: [] }, []])
  await work({ baseUrl, inside: paper() })
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'ended' })
})

test('where its end cannot come any more, that is said, and it is asked again by hand', async () => {
  const id = await withdrawn('Quay floods')
  await db.write(async (tx) => void (await tx.update(jobs).set({ failedAt: new Date() })))
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'stopped' })
  await expect(askProofAgain(desk.nadia, id)).rejects.toMatchObject({ reason: 'forbidden' })
  await askProofAgain(desk.sal, id)
  await expect(askProofAgain(desk.petra, id)).rejects.toMatchObject({ reason: 'rule' })
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'asking', by: 'sal' })
  await work({ baseUrl, inside: paper() })
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'ended', by: 'sal' })
})

test('a story that readers have again is not asked about', async () => {
  const id = await withdrawn('Slip closes')
  await putBack(desk.sal, id)
  await expect(askProofAgain(desk.sal, id)).rejects.toMatchObject({ reason: 'rule' })
  await work({ baseUrl, inside: paper() })
  expect(await findProof(desk.sal, id)).toBeUndefined()
  expect([await audited(id), await db.$count(storyProofs, eq(storyProofs.storyId, id))]).toEqual([[], 0])
})

test('put back while it is being asked, it alarms nobody', async () => {
  const id = await withdrawn('Sluice opens')
  const inside: Askers['inside'] = async (path, signal) => {
    if (path === '/') await putBack(desk.sal, id)
    return paper({ '/feed.xml': { body: 'Sluice opens' } })(path, signal)
  }
  const before = await newest()
  await work({ baseUrl, inside })
  expect([await newest(), await audited(id)]).toEqual([before, []])
})

test('our own listener is asked by HTTP in the paper’s name; a redirect is followed within the paper alone', async () => {
  const asked: string[] = []
  const places: Record<string, string> = { '/old': `${baseUrl}/new?a`, '/away': 'https://other.example/' }
  const server = createServer((req, res) => {
    asked.push(`${req.headers.host}${req.url}`)
    const location = places[req.url ?? '']
    res.writeHead(location ? 301 : 410, location ? { location } : {}).end('gone')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { inside, outside } = askers({ host: '127.0.0.1', port, baseUrl })
  const signal = new AbortController().signal
  expect(await inside('/old', signal)).toMatchObject({ status: 410, body: 'gone' })
  expect(asked).toEqual(['paper.example/old', 'paper.example/new?a'])
  await expect(inside('/away', signal)).rejects.toThrow('another site')
  expect(outside).toBeDefined()
  expect(askers({ host: '127.0.0.1', port, baseUrl: `http://localhost:${port}` }).outside).toBeUndefined()
  server.close()
})
