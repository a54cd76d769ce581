import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { makeServer, type Parts } from './http'
import { makeWorker } from './worker'

let server: Server | undefined
afterEach(() => server?.close().closeAllConnections())

/** A server whose Next answers what it was told; returns the port. */
async function serve(some: Partial<Parts> = {}) {
  server = makeServer({
    baseUrl: 'http://localhost:3000',
    dev: false,
    trustedProxies: [],
    edge: { hit: () => false, answer: async () => false, counters: () => ({ hits: 1 }) as never },
    collab: (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    next: async (req, res) => {
      let bytes = 0
      for await (const part of req) bytes += (part as Buffer).length
      res.end(JSON.stringify({ bytes, headers: req.headers }))
    },
    uploads: async (_, res) => void res.end('an upload'),
    isSignedIn: async () => true,
    decoy: createServer(),
    ...some,
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

const told = { host: 'localhost:3000', origin: 'http://localhost:3000' }

async function ask(
  port: number,
  path: string,
  { body, ...options }: { method?: string; headers?: object; body?: string[] } = {},
) {
  const req = request({
    port,
    host: '127.0.0.1',
    path,
    method: options.method,
    headers: { ...told, ...options.headers } as never,
  })
  // Who is refused in the midst of a body is cut off while it is still being written.
  req.on('error', () => {})
  for (const part of body ?? []) req.write(part)
  req.end()
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of res) text += part
  return { status: res.statusCode, headers: res.headers, text }
}

test('Next is told our own name and the socket’s address, whatever the request says', async () => {
  const port = await serve()
  const forged = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '9.9.9.9',
    forwarded: 'for=9.9.9.9',
    'x-stet-address': '9.9.9.9',
    'content-security-policy': "script-src 'nonce-x'",
  }
  const { headers } = JSON.parse((await ask(port, '/desk', { headers: forged })).text)
  expect(headers).toMatchObject({
    host: 'localhost:3000',
    'x-forwarded-host': 'localhost:3000',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '127.0.0.1',
    'x-stet-address': '127.0.0.1',
  })
  expect(headers.forwarded).toBeUndefined()
  expect(headers['content-security-policy']).not.toContain('nonce-x')
})

test('every response says nosniff, who may frame it and its request’s id; the desk has a nonce of its own', async () => {
  const port = await serve()
  const [one, two] = [await ask(port, '/desk'), await ask(port, '/desk')]
  expect(one.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
  expect(one.headers['x-request-id']).toMatch(/^[0-9a-z]{12}$/)
  const nonce = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1]
  expect(nonce(one.headers['content-security-policy'])).toBe(
    nonce(JSON.parse(one.text).headers['content-security-policy']),
  )
  expect(nonce(one.headers['content-security-policy'])).not.toBe(nonce(two.headers['content-security-policy']))
  expect((await ask(port, '/%E0%A4%A')).headers).toMatchObject({
    'content-security-policy': "frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'permissions-policy': expect.any(String),
  })
})

test('the desk’s worker is sent as its build’s, asked for anew each time, for the desk alone', async () => {
  const port = await serve({ worker: makeWorker('.', 'build-7') })
  const { text, headers } = await ask(port, '/desk/worker.js')
  expect(text).toMatch(/^\/\/ build-7\n/)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'service-worker-allowed': '/desk',
  })
  expect((await ask(await serve(), '/desk/worker.js')).text).not.toContain('addEventListener')
})

test('a body over the cap is refused, announced or not', async () => {
  const port = await serve()
  const meg = 'x'.repeat(1_048_576)
  expect(JSON.parse((await ask(port, '/desk', { method: 'POST', body: [meg] })).text).bytes).toBe(1_048_576)
  expect((await ask(port, '/desk', { method: 'POST', body: [meg, 'x'] })).status).toBe(413)
  expect(
    (await ask(port, '/desk', { method: 'POST', headers: { 'content-length': 1_048_577 }, body: [meg, 'x'] })).status,
  ).toBe(413)
})

test('what is sent of a large file goes past Next, in pieces of 16 MB at most', async () => {
  let bytes = 0
  const uploads: Parts['uploads'] = async (req, res) => {
    for await (const part of req) bytes += (part as Buffer).length
    res.end()
  }
  const port = await serve({ uploads })
  const send = async (path: string, size: number) =>
    (await ask(port, path, { method: 'PATCH', headers: { 'content-length': size }, body: ['x'.repeat(size)] })).status
  expect(await send('/api/uploads/abcdefghijkl', 16_777_216)).toBe(200)
  expect(bytes).toBe(16_777_216)
  expect(await send('/api/uploads/abcdefghijkl', 16_777_217)).toBe(413)
  expect(await send('/api/uploads', 1_048_577)).toBe(413)
  expect((await ask(port, '/api/uploads', { headers: { origin: 'http://evil.example' }, method: 'POST' })).status).toBe(
    403,
  )
  expect((await ask(port, '/api/uploadsx')).text).toContain('headers')
})

test('who is not signed in sends no more than a form', async () => {
  const port = await serve({ isSignedIn: async (cookies) => cookies === 'stet-session=nadia' })
  const send = async (size: number, headers: object = {}) =>
    (await ask(port, '/sign-in', { method: 'POST', headers, body: ['x'.repeat(size)] })).status
  expect(await send(65_536, { 'content-length': 65_536 })).toBe(200)
  expect(await send(65_537, { 'content-length': 65_537 })).toBe(413)
  expect(await send(65_537, { 'content-length': 65_537, cookie: 'stet-session=forged' })).toBe(413)
  expect(await send(65_537, { 'content-length': 65_537, cookie: 'stet-session=nadia' })).toBe(200)
  expect(await send(60_000)).toBe(200)
  expect(await send(1_000_000)).toBe(413)
  expect(await send(1_000_000, { cookie: 'stet-session=nadia' })).toBe(200)
})

test('multipart without a boundary or an end never reaches Next', async () => {
  let asked = 0
  const port = await serve({
    next: async (req, res) => {
      for await (const _ of req);
      asked += 1
      res.end()
    },
  })
  const form = (type: string, ...body: string[]) =>
    ask(port, '/desk', { method: 'POST', headers: { 'content-type': type }, body })
  expect((await form('multipart/form-data', '--b--')).status).toBe(400)
  expect((await form('multipart/form-data; boundary=b', '--b\r\n', 'Content-Disposition: form-data')).status).toBe(400)
  expect(asked).toBe(0)
  expect(
    (
      await form(
        'multipart/form-data; boundary=b',
        '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--',
        'b--\r\n',
      )
    ).status,
  ).toBe(200)
})

test('what fails is an apology with the request’s id, and nothing of the fault', async () => {
  const port = await serve({ next: () => Promise.reject(new Error('select secret')) })
  const { status, text, headers } = await ask(port, '/desk')
  expect(status).toBe(500)
  expect(text).toContain(headers['x-request-id'])
  expect(text).not.toContain('secret')
})

async function upgrade(port: number, path: string, origin?: string) {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost:3000\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${origin ? `Origin: ${origin}\r\n` : ''}\r\n`,
  )
  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return answer.toString().slice(9, 12)
}

test('a socket is opened for our own pages only, and for co-editing only', async () => {
  const port = await serve()
  expect(await upgrade(port, '/collab', 'http://localhost:3000')).toBe('101')
  expect(await upgrade(port, '/collab', 'http://evil.example')).toBe('403')
  expect(await upgrade(port, '/collab')).toBe('403')
  expect(await upgrade(port, '/_next/hmr', 'http://localhost:3000')).toBe('403')
})
