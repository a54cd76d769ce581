import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { followLog, moveHead } from '#lib/publication/head'
import { lastSeq } from '#lib/publication/queries'
import { publications } from '#lib/publication/tables'
import { record } from '#lib/site/context'
import { databaseForAll } from '#lib/testing/database'
import { noDrafts, noMedia } from '#lib/testing/edge'
import { when } from '#lib/testing/newsroom'

import { type Edge, makeEdge } from './answer'
import type { Handler } from './capture'

/** The last act that was confirmed to whoever published. */
let confirmed = 0
let renders = 0
let asked = 0
/** What a render takes. */
let work = () => sleep(50)

/** Next, with a page that says up to which act it is made. */
const next: Handler = async (_, res) => {
  renders += 1
  record(['front:home'])
  const says = await lastSeq(db)
  await work()
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<html><body>${says}</body></html>`)
}

databaseForAll()
let edge: Edge
let base: string
const server = createServer(async (req, res) => {
  asked += 1
  if (!edge.hit(req, res)) await edge.answer(req, res)
})

beforeAll(async () => {
  followLog()
  const cache = { shared: 0, bytes: 10_000_000, says: false }
  edge = makeEdge({
    next,
    mayStand: async () => true,
    mayOpen: async () => false,
    ...noDrafts,
    media: noMedia,
    baseUrl: 'https://paper.example',
    dev: false,
    common: {},
    ...cache,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
})
beforeEach(() => {
  renders = 0
  work = () => sleep(50)
})

/** Publishes something that the home page is made of. */
async function publish() {
  confirmed = await db.write(async (tx) => {
    const seq = (await lastSeq(tx)) + 1
    const keys = ['front:home']
    await tx.insert(publications).values({ seq, act: 'publish', kind: 'story', subject: 's', at: when, keys })
    db.afterCommit(() => moveHead(seq))
    return seq
  })
}

/** Asks for the home page. @returns whether the answer has all that was published when it was asked for */
const ask = (agent: Agent) =>
  new Promise<boolean>((resolve, reject) => {
    let least = 0
    const req = get(base, { agent, headers: { 'accept-encoding': 'identity' } }, (res) => {
      let text = ''
      res.on('data', (part) => (text += part))
      res.on('end', () => resolve(res.statusCode === 200 && Number(/\d+/.exec(text)?.[0]) >= least))
    })
    req.on('socket', () => (least = confirmed)).on('error', reject)
  })

const connections = 250

/** So many readers at once. @returns how many of them got what they must */
async function rush(readers: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const right = await Promise.all(Array.from({ length: readers }, () => ask(agent)))
  agent.destroy()
  return right.filter(Boolean).length
}

test('after a publication 10,000 readers cause one render, and see it', async () => {
  expect(await rush(1)).toBe(1)
  await publish()
  renders = 0
  expect(await rush(10_000)).toBe(10_000)
  expect(renders).toBe(1)
})

test('a publication while a page is rendered for thousands causes one render more, for those after it', async () => {
  await publish()
  const release = hold()
  asked = 0
  const before = rush(5000)
  while (asked < connections) await sleep(1)
  await publish()
  const after = rush(5000)
  while (asked < 2 * connections) await sleep(1)
  release()
  expect([await before, await after]).toEqual([5000, 5000])
  expect(renders).toBe(2)
})

/** Keeps renders from ending. @returns lets them end */
function hold(): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  work = () => held
  return release
}
