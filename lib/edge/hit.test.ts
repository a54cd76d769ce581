import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { record } from '#lib/site/context'
import { databaseForAll } from '#lib/testing/database'
import { noDrafts, noMedia } from '#lib/testing/edge'

import { type Edge, makeEdge } from './answer'
import type { Handler } from './capture'

const next: Handler = async (_, res) => {
  record(['latest:'])
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<html>${'River. '.repeat(300)}</html>`)
}

databaseForAll()
let edge: Edge
let port: number
/** As our server has it: what `hit` does not answer, the rules of the server come before. */
const server = createServer((req, res) => {
  if (!edge.hit(req, res)) res.writeHead(418).end()
})
const makeOne = (says: boolean) =>
  makeEdge({
    next,
    mayStand: async () => true,
    mayOpen: async () => false,
    ...noDrafts,
    media: noMedia,
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(async () => {
  edge = makeOne(true)
  await warm()
})
afterAll(async () => {
  server.close().closeAllConnections()
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

test('in a list of tags the one of what would be sent is known, however it is written', async () => {
  const encodings = ['br', 'gzip', 'identity']
  const tagOf = async (encoding: string) =>
    String((await ask({ headers: { 'accept-encoding': encoding } })).headers.etag)
  const tags = await Promise.all(encodings.map(tagOf))
  expect(new Set(tags).size).toBe(3)
  for (const [i, encoding] of encodings.entries()) {
    const known = (list: string) => ask({ headers: { 'accept-encoding': encoding, 'if-none-match': list } })
    const [tag, other] = [String(tags[i]), String(tags[(i + 1) % 3])]
    for (const list of [tag, `"one", W/"two" ,${tag}`, `W/${tag}, "one"`, `"a,b",${tag}`, '"one", *']) {
      const { statusCode, headers } = await known(list)
      expect([statusCode, headers.etag, headers['content-length']], list).toEqual([304, tag, undefined])
      expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    }
    for (const list of ['', '"one"', '"one", W/"two"', other, `"one", W/${other}`, tag.replaceAll('"', '')])
      expect((await known(list)).statusCode, list).toBe(200)
  }
})

test('whether a page was kept is said only where that is set', async () => {
  expect((await ask()).headers['x-stet-cache']).toBe('hit')
  edge = makeOne(false)
  await warm()
  const { statusCode, headers } = await ask()
  expect([statusCode, headers['x-stet-cache']]).toEqual([200, undefined])
})
