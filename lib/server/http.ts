import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

import type { Handler } from '#lib/edge/capture'
import { newId } from '#lib/id'
import { log } from '#lib/log'

import { health } from './health'
import { bodyCap, commonHeaders, deskPolicy, hasOwnOrigin, isDecodable, isReadable, otherName } from './rules'

export type Parts = {
  baseUrl: string
  dev: boolean
  trustedProxies: readonly string[]
  /** Answers readers; false: not a reader's address. */
  edge: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>
  next: Handler
  /** Where Next's own upgrades (reloading in dev) go. */
  decoy: Server
}

/** One server, one port: rules → reader edge → Next. */
export function makeServer(parts: Parts): Server {
  const server = createServer((req, res) => {
    const id = newId()
    for (const [name, value] of Object.entries(commonHeaders)) res.setHeader(name, value)
    res.setHeader('X-Request-Id', id)
    respond(req, res, parts).catch((error) => {
      log.error({ id, err: error, path: pathOf(req) }, 'a request failed')
      apologise(res, id)
    })
  })
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (req.headers.origin !== parts.baseUrl) return refuse(socket)
    parts.decoy.emit('upgrade', req, socket, head)
  })
  return server
}

async function respond(req: IncomingMessage, res: ServerResponse, parts: Parts): Promise<void> {
  const path = pathOf(req)
  const asked = { method: req.method ?? 'GET', path, headers: req.headers }
  const elsewhere = otherName(asked, parts.baseUrl)
  if (elsewhere) return void res.writeHead(301, { Location: elsewhere }).end()
  if (!isDecodable(path) || !isReadable(asked)) return plain(res, 400, 'This request is malformed.')
  if (!hasOwnOrigin(asked, parts.baseUrl)) return plain(res, 403, 'This request did not come from our own pages.')
  if (!limitBody(req, res, bodyCap(path))) return
  if (path === '/api/health') return sendHealth(res)
  rewrite(req, parts)
  if (await parts.edge(req, res)) return
  const nonce = randomBytes(16).toString('base64')
  const policy = deskPolicy(nonce, parts.dev)
  req.headers['content-security-policy'] = policy
  res.setHeader('Content-Security-Policy', policy)
  await parts.next(req, res)
}

const pathOf = (req: IncomingMessage) => (req.url ?? '/').split('?', 1)[0] ?? '/'

/** What Next may believe of a request: our own name, and the address that limits go by. */
function rewrite(req: IncomingMessage, { baseUrl, trustedProxies }: Parts) {
  const base = new URL(baseUrl)
  const socket = req.socket.remoteAddress ?? ''
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  const address = trustedProxies.includes(socket) && forwarded ? forwarded : socket
  for (const name of Object.keys(req.headers))
    if (/^x-(forwarded|middleware|invoke|matched|stet)/.test(name)) delete req.headers[name]
  req.headers.host = base.host
  req.headers['x-forwarded-host'] = base.host
  req.headers['x-forwarded-proto'] = base.protocol.slice(0, -1)
  req.headers['x-stet-address'] = address
}

/** Counts the body as it comes in; one over the cap is refused and its connection closed. */
function limitBody(req: IncomingMessage, res: ServerResponse, cap: number): boolean {
  const tooLarge = () => plain(res.setHeader('Connection', 'close'), 413, 'This is too large.')
  if (Number(req.headers['content-length'] ?? 0) > cap) {
    tooLarge()
    return false
  }
  let bytes = 0
  const emit = req.emit.bind(req) as (event: string | symbol, ...values: unknown[]) => boolean
  req.emit = (event: string | symbol, ...values: unknown[]) => {
    if (event === 'data' && (bytes += (values[0] as Buffer).length) > cap) {
      if (!res.headersSent) tooLarge()
      req.destroy()
      return false
    }
    return emit(event, ...values)
  }
  return true
}

async function sendHealth(res: ServerResponse) {
  const state = await health()
  res.writeHead(state.status === 'ok' ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  res.end(JSON.stringify(state))
}

function plain(res: ServerResponse, status: number, text: string) {
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${text}\n`)
}

function apologise(res: ServerResponse, id: string) {
  if (res.headersSent) return void res.destroy()
  plain(res, 500, `That was our fault, not yours. Tell the newsroom: ${id}`)
}

function refuse(socket: Duplex) {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
