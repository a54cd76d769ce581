import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'

import { type Options, safeFetch } from './safe-fetch'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on this machine, where only tests may ask. @returns its port */
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const here = [{ address: '127.0.0.1', family: 4 }]
/** As if this machine were on the public internet, by any name. */
const open: Options = { allows: (address) => address === '127.0.0.1', resolve: async () => here }

test('it reads what is at an address', async () => {
  const port = await listen((req, res) => res.writeHead(410, { 'x-is': 'it' }).end(`gone from ${req.headers.host}`))
  expect(await safeFetch(`http://paper.example:${port}/a?b`, open)).toMatchObject({
    status: 410,
    headers: { 'x-is': 'it' },
    body: `gone from paper.example:${port}`,
    url: `http://paper.example:${port}/a?b`,
  })
})

test.each(['127.0.0.1', '2130706433', '0x7f.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254'])(
  'it does not ask http://%s, and nobody there hears of it',
  async (host) => {
    let asked = 0
    const port = await listen((_, res) => {
      asked += 1
      res.end()
    })
    await expect(safeFetch(`http://${host}:${port}/`)).rejects.toThrow('Not a public address')
    expect(asked).toBe(0)
  },
)

test('what a name says is judged when the connection is made, each time anew', async () => {
  const port = await listen((_, res) => void res.end('it'))
  const said = ['127.0.0.1', '10.0.0.5']
  const resolve = async () => [{ address: said.shift() ?? '', family: 4 }]
  const options = { ...open, resolve }
  expect((await safeFetch(`http://turns.example:${port}/`, options)).body).toBe('it')
  await expect(safeFetch(`http://turns.example:${port}/`, options)).rejects.toThrow('Not a public address')
  // Looked up twice, asked by neither: the second name's address was never tried.
  expect(said).toEqual([])
})

test('a name with one address that is not public is not asked at all', async () => {
  const resolve = async () => [...here, { address: '192.168.0.1', family: 4 }]
  await expect(safeFetch('http://both.example/', { ...open, resolve })).rejects.toThrow('Not a public address')
})

test('a redirect is followed, three times at most', async () => {
  const port = await listen((req, res) => {
    const left = Number(req.url?.slice(1))
    if (left) res.writeHead(301, { location: `/${left - 1}` }).end()
    else res.end('there')
  })
  expect(await safeFetch(`http://paper.example:${port}/3`, open)).toMatchObject({
    body: 'there',
    url: `http://paper.example:${port}/0`,
  })
  await expect(safeFetch(`http://paper.example:${port}/4`, open)).rejects.toThrow('more than 3 times')
})

test.each([
  ['to an address of this machine', 'http://[::1]/', 'Not a public address'],
  ['to a name that leads there', 'http://inside.example/', 'Not a public address'],
  ['to a file', 'file:///etc/passwd', 'Not an http'],
  ['to what is no address', 'http://', 'no address'],
])('a redirect %s is not followed', async (_, location, fault) => {
  const port = await listen((_req, res) => void res.writeHead(302, { location }).end())
  const resolve = async (name: string) => (name === 'inside.example' ? [{ address: '10.1.1.1', family: 4 }] : here)
  await expect(safeFetch(`http://paper.example:${port}/`, { ...open, resolve })).rejects.toThrow(fault)
})

test.each(['ftp://paper.example/', 'file:///etc/passwd', 'data:text/plain,it', 'nothing'])(
  '%s is no address to ask',
  async (address) => void (await expect(safeFetch(address, open)).rejects.toThrow('Not an http')),
)

test('a name and a password are sent to nobody', async () => {
  const named = Object.assign(new URL('http://paper.example/'), { username: 'sal', password: 'secret' })
  await expect(safeFetch(named.href, open)).rejects.toThrow('name or password')
})

test('the deadline holds for all of it, for a body that trickles, too', async () => {
  const port = await listen((_, res) => {
    res.write('a')
    const timer = setInterval(() => res.write('b'), 10)
    res.on('close', () => clearInterval(timer))
  })
  await expect(safeFetch(`http://paper.example:${port}/`, { ...open, deadline: 150 })).rejects.toThrow(
    'No answer within 0.15 s.',
  )
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const)('what it may hold is counted decompressed: %s', async (encoding, compress) => {
  const sent = compress(Buffer.alloc(3_000_000, 'a'))
  const port = await listen((_, res) => void res.writeHead(200, { 'content-encoding': encoding }).end(sent))
  expect(sent.length).toBeLessThan(10_000)
  const most = (bytes: number) => safeFetch(`http://paper.example:${port}/`, { ...open, most: bytes })
  expect((await most(3_000_000)).body).toHaveLength(3_000_000)
  await expect(most(2_999_999)).rejects.toThrow('more than')
})

test('what is in no encoding that was asked for, or not whole, is not read', async () => {
  const port = await listen((req, res) => {
    if (req.url === '/odd') res.writeHead(200, { 'content-encoding': 'zstd' }).end('it')
    else res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('it').subarray(0, 10))
  })
  await expect(safeFetch(`http://paper.example:${port}/odd`, open)).rejects.toThrow('encoding')
  await expect(safeFetch(`http://paper.example:${port}/cut`, open)).rejects.toThrow('could not be read')
})

test('where nobody listens, it says so', async () => {
  const port = await listen(() => {})
  servers.splice(0).forEach((server) => void server.close())
  await expect(safeFetch(`http://paper.example:${port}/`, open)).rejects.toThrow('Nobody listens there.')
})
