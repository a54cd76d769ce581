import { EventEmitter, once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { sendWhole, toWhole, type Whole } from './whole'

let server: Server | undefined
afterEach(() => server?.closeAllConnections())

const page = (text: string) => toWhole(200, ['X-A', 'a', 'Content-Length', String(text.length)], Buffer.from(text))

/** What comes back over one connection for requests sent together. */
async function talk(requests: string, respond: (path: string, res: ServerResponse) => void): Promise<string> {
  server = createServer((req, res) => respond(req.url ?? '', res))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(requests)
  let said = ''
  for await (const part of socket) said += part
  server.close()
  return said.replaceAll(/Date: [^\r]+/g, 'Date')
}

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`

/** As the edge does it: one piece where that can be, else the usual way. */
const answer = (res: ServerResponse, whole: Whole, now = Date.now()) => {
  if (!sendWhole(res, whole, now))
    res.writeHead(200, { 'X-Usual': '1', 'Content-Length': whole.body.length }).end(whole.body)
}

test('answers follow each other on one connection, in the order asked, and Node’s own after them', async () => {
  const pages: Record<string, Whole> = { '/1': page('first'), '/2': page('second'), '/3': page('third') }
  const second = new EventEmitter()
  const waits: Record<string, Promise<unknown>> = { '/1': once(second, 'ready'), '/3': once(second, 'sent') }
  const said = await talk(get('/1') + get('/2') + get('/3') + get('/end', 'Connection: close\r\n'), (path, res) => {
    const whole = pages[path]
    if (!whole) return res.end('end')
    if (path === '/2') res.on('finish', () => second.emit('sent'))
    return Promise.resolve(waits[path]).then(() => {
      answer(res, whole)
      // It is ready before the first, and waits.
      if (path === '/2') second.emit('ready')
    })
  })
  expect(said.startsWith('HTTP/1.1 200 OK\r\nDate\r\nX-A: a\r\nContent-Length: 5\r\n\r\nfirst')).toBe(true)
  expect(said.match(/first|second|third|X-A|X-Usual|end$/g)).toEqual([
    'X-A',
    'first',
    'X-Usual',
    'second',
    'X-A',
    'third',
    'end',
  ])
  expect(said).toContain('Connection: close\r\nContent-Length: 3\r\n\r\nend')
})

test.each([
  ['asks that the connection be closed', get('/', 'Connection: close\r\n')],
  ['knows no connection that stays open', 'GET / HTTP/1.0\r\n\r\n'],
])('a reader who %s is answered the usual way', async (_, request) => {
  const said = await talk(request, (_path, res) => answer(res, page('text')))
  expect(said).toContain('X-Usual: 1')
  expect(said).toContain('Connection: close')
})

test('a response that has begun is left alone', () => {
  const begun = { socket: {}, shouldKeepAlive: true, _header: 'HTTP/1.1 200 OK', _headerSent: true }
  expect(sendWhole(begun as unknown as ServerResponse, page('text'), 0)).toBe(false)
})

test('the date is that of the answer, to the second', async () => {
  const [whole, dates] = [page('text'), [] as string[]]
  const at = Date.UTC(2026, 2, 1, 9, 30)
  server = createServer((req, res) => answer(res, whole, at + Number(req.url?.slice(1))))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  for (const later of [0, 999, 1000, 86_400_000, 500]) {
    const res = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${later}`)
    expect(await res.text()).toBe('text')
    dates.push(res.headers.get('date') ?? '')
  }
  const sunday = 'Sun, 01 Mar 2026 09:30:0'
  expect(dates).toEqual([
    `${sunday}0 GMT`,
    `${sunday}0 GMT`,
    `${sunday}1 GMT`,
    'Mon, 02 Mar 2026 09:30:00 GMT',
    `${sunday}0 GMT`,
  ])
})

test('a response tells who listens that it has ended, and that its head is sent', async () => {
  const seen: unknown[] = []
  await talk(get('/') + get('/end', 'Connection: close\r\n'), (path, res) => {
    if (path === '/end') return void res.end()
    res.on('finish', () => seen.push(res.headersSent, res.writableEnded))
    answer(res, page('text'))
  })
  expect(seen).toEqual([true, true])
})
