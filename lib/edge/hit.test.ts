import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { record } from '#lib/site/context'
import { type TestDatabase, testDatabase } from '#lib/testing/database'

import { type Edge, makeEdge } from './answer'
import type { Handler } from './capture'

const next: Handler = async (_, res) => {
  record(['latest:'])
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<html>${'River. '.repeat(300)}</html>`)
}

let database: TestDatabase
let edge: Edge
let port: number
/** As our server has it: what `hit` does not answer, the rules of the server come before. */
const server = createServer((req, res) => {
  if (!edge.hit(req, res)) res.writeHead(418).end()
})
const makeOne = (says: boolean) =>
  makeEdge({
    next,
    baseUrl: `http://localhost:${port}`,
    dev: false,
    common: {},
    shared: 0,
    bytes: 10_000_000,
    says,
  })

/** Has the page made, past `hit`. */
async function warm() {
  const making = createServer((req, res) => void edge.answer(req, res))
  await new Promise<void>((resolve) => making.listen(0, '127.0.0.1', resolve))
  await fetch(`http://127.0.0.1:${(making.address() as AddressInfo).port}/river`)
  making.close().closeAllConnections()
}

beforeAll(async () => {
  database = await testDatabase()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(async () => {
  edge = makeOne(true)
  await warm()
})
afterAll(async () => {
  server.close().closeAllConnections()
  await database.drop()
})

type Asked = { method?: string; host?: string; headers?: Record<string, string> }

/** Node's own client: fetch would choose the host's name and unpack the body. */
const ask = ({ method, host = `localhost:${port}`, headers = {} }: Asked = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/river', method, headers: { host, ...headers }, agent: false }
    request(options, (res) => resolve(res.resume()))
      .on('error', reject)
      .end()
  })
const statusOf = async (asked: Asked) => (await ask(asked)).statusCode

test('a warm page is answered by the name of the paper alone: by another the rules of the server decide', async () => {
  expect(await statusOf({})).toBe(200)
  for (const host of [`127.0.0.1:${port}`, 'localhost', `localhost:${port + 1}`, 'evil.example', ''])
    expect(await statusOf({ host }), host).toBe(418)
})

test('a warm page is given to nobody who changes something or asks for what is Next’s', async () => {
  expect(await statusOf({ method: 'HEAD' })).toBe(200)
  expect(await statusOf({ method: 'POST' })).toBe(418)
  expect(await statusOf({ headers: { rsc: '1' } })).toBe(418)
})

test('of a list of tags one is enough, whatever it was compressed with', async () => {
  const tags: string[] = []
  for (const encoding of ['br', 'gzip', 'identity'])
    tags.push(String((await ask({ headers: { 'accept-encoding': encoding } })).headers.etag))
  expect(new Set(tags).size).toBe(3)
  const known = (list: string) => statusOf({ headers: { 'accept-encoding': 'gzip', 'if-none-match': list } })
  for (const tag of tags) {
    expect(await known(`"one", W/"two" ,${tag}`)).toBe(304)
    expect(await known(`W/${tag}, "one"`)).toBe(304)
  }
  expect(await known('"one", *')).toBe(304)
  for (const list of ['', '"one"', '"one", W/"two"', String(tags[0]).replaceAll('"', '')])
    expect(await known(list), list).toBe(200)
  const unchanged = await ask({ headers: { 'accept-encoding': 'gzip', 'if-none-match': `"one", ${tags[1]}` } })
  expect([unchanged.headers.etag, unchanged.headers['content-length']]).toEqual([tags[1], undefined])
  expect(unchanged.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
})

test('whether a page was kept is said only where that is set', async () => {
  expect((await ask()).headers['x-stet-cache']).toBe('hit')
  edge = makeOne(false)
  await warm()
  const { statusCode, headers } = await ask()
  expect([statusCode, headers['x-stet-cache']]).toEqual([200, undefined])
})
