import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { actorFromCookies } from '#lib/auth/cookie'
import { addressHeader } from '#lib/auth/from'
import { within } from '#lib/deadline'
import { workerPath } from '#lib/device/kept-pages'
import type { Edge } from '#lib/edge/answer'
import type { Handler } from '#lib/edge/capture'
import { newId } from '#lib/id'
import { log } from '#lib/log'
import { uploadsPath } from '#lib/media/uploads/limits'

import { watchBody } from './body'
import { health } from './health'
import { commonHeaders, deskPolicy, filePolicy, refusedPolicy } from './policies'
import { receiveReport } from './reports'
import {
  bodyCap,
  clientAddress,
  hasOwnOrigin,
  isReadable,
  loggable,
  needsSession,
  otherName,
  strangersCap,
} from './rules'

export type Parts = {
  baseUrl: string
  dev: boolean
  trustedProxies: readonly string[]
  edge: Pick<Edge, 'hit' | 'answer' | 'counters'>
  /** The co-editing socket. */
  collab: (req: IncomingMessage, socket: Duplex, head: Buffer) => void
  next: Handler
  /** Files on their way into the library. */
  uploads: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Whether a request's cookies are those of somebody signed in. */
  isSignedIn: (cookies: string | undefined) => Promise<boolean>
  /** Sends the desk's service worker; there is none in dev. */
  worker?: (res: ServerResponse) => void
  /** Where Next's own upgrades (reloading in dev) go. */
  decoy: Server
}

/** One server, one port: rules → reader edge → co-editing socket → Next. */
export function makeServer(parts: Parts): Server {
  const everyVisit = log.isLevelEnabled('debug')
  const server = createServer((req, res) => {
    // Before anything else: a page that is known costs about what its bytes cost, unless each visit is to be logged.
    if (!everyVisit && parts.edge.hit(req, res)) return
    const id = newId()
    const started = performance.now()
    for (const [name, value] of Object.entries(commonHeaders)) res.setHeader(name, value)
    res.setHeader('X-Request-Id', id)
    req.headers['x-request-id'] = id
    res.on('close', () => record(id, req, res, started))
    respond(req, res, parts).catch((error) => {
      // Answered already: a body that was refused, or a reader who left.
      if (res.writableEnded || res.destroyed) return
      log.error({ id, err: error, path: loggable(pathOf(req)) }, 'a request failed')
      apologise(res, id)
    })
  })
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (req.headers.origin !== parts.baseUrl) return refuseUpgrade(socket)
    if (pathOf(req) === '/collab') return parts.collab(req, socket, head)
    if (!parts.dev) return refuseUpgrade(socket)
    parts.decoy.emit('upgrade', req, socket, head)
  })
  return server
}

async function respond(req: IncomingMessage, res: ServerResponse, parts: Parts): Promise<void> {
  const path = pathOf(req)
  const asked = { method: req.method ?? 'GET', path, headers: req.headers }
  if (!isReadable(req.url ?? '')) return plain(res, 400, 'This request is malformed.')
  const elsewhere = otherName(asked, req.url ?? '/', parts.baseUrl)
  if (elsewhere) return void res.writeHead(301, { Location: elsewhere }).end()
  if (!hasOwnOrigin(asked, parts.baseUrl)) return plain(res, 403, 'This request did not come from our own pages.')
  let cap = bodyCap(path)
  if (
    !watchBody(
      req,
      () => cap,
      (status) => refuseBody(res, status),
    )
  )
    return
  if (needsSession(asked) && !(await parts.isSignedIn(req.headers.cookie))) cap = Math.min(cap, strangersCap)
  if (Number(req.headers['content-length'] ?? 0) > cap) return refuseBody(res, 413)
  if (path === '/api/health') return sendHealth(req, res, parts)
  if (path === '/api/csp-report') return receiveReport(req, res)
  if (path === workerPath && asked.method === 'GET' && parts.worker) return parts.worker(res)
  if (path === uploadsPath || path.startsWith(`${uploadsPath}/`)) return parts.uploads(req, res)
  rewrite(req, parts)
  if (await parts.edge.answer(req, res)) return
  if (path === '/api/reports') res.setHeader('Content-Security-Policy', refusedPolicy)
  if (path.startsWith('/api/media/')) res.setHeader('Content-Security-Policy', filePolicy)
  if (!/^\/(_next|api)\//.test(path)) setDeskPolicy(req, res, parts.dev)
  await parts.next(req, res)
}

export const pathOf = (req: IncomingMessage) => (req.url ?? '').split('?', 1)[0] ?? ''

/** What Next may believe of a request: our own name, and the address that limits go by. */
function rewrite(req: IncomingMessage, { baseUrl, trustedProxies }: Parts) {
  const base = new URL(baseUrl)
  const address = clientAddress(
    req.socket.remoteAddress ?? '',
    String(req.headers['x-forwarded-for'] ?? ''),
    trustedProxies,
  )
  for (const name of Object.keys(req.headers))
    if (/^(x-(forwarded|middleware|invoke|matched|stet)|forwarded$|content-security-policy)/.test(name))
      delete req.headers[name]
  req.headers.host = base.host
  req.headers['x-forwarded-host'] = base.host
  req.headers['x-forwarded-proto'] = base.protocol.slice(0, -1)
  req.headers['x-forwarded-for'] = address
  req.headers[addressHeader] = address
}

function setDeskPolicy(req: IncomingMessage, res: ServerResponse, dev: boolean) {
  const nonce = randomBytes(16).toString('base64')
  const policy = deskPolicy(nonce, dev)
  req.headers['content-security-policy'] = policy
  res.setHeader('Content-Security-Policy', policy)
  // What Next sends with an error is not our page, but a shell in which its scripts then make it: without our policy
  // for their addresses in its head, they would be refused.
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => typeof res
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status >= 400) res.setHeader('Content-Security-Policy', deskPolicy(nonce, dev, false))
    return writeHead(status, ...rest)
  }) as typeof res.writeHead
  res.setHeader('Referrer-Policy', 'same-origin')
}

/** How the edge does is for admins: it tells how many read what. */
async function sendHealth(req: IncomingMessage, res: ServerResponse, { edge }: Parts) {
  const asks = within(2000, actorFromCookies(req.headers.cookie), 'Who asks').catch(() => undefined)
  const [state, actor] = await Promise.all([health(), asks])
  res.writeHead(state.status === 'ok' ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  res.end(JSON.stringify(actor?.role === 'admin' ? { ...state, edge: edge.counters() } : state))
}

/** What was written and what went wrong is recorded; a reader's visit only with STET_LOG=debug. */
function record(id: string, req: IncomingMessage, res: ServerResponse, started: number) {
  const level = res.statusCode >= 500 ? 'warn' : req.method === 'GET' || req.method === 'HEAD' ? 'debug' : 'info'
  const ms = Math.round(performance.now() - started)
  log[level]({ id, method: req.method, path: loggable(pathOf(req)), status: res.statusCode, ms }, 'request')
}

function plain(res: ServerResponse, status: number, text: string) {
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${text}\n`)
}

function refuseBody(res: ServerResponse, status: 400 | 413) {
  if (res.headersSent) return void res.destroy()
  res.setHeader('Connection', 'close')
  plain(res, status, status === 413 ? 'This is too large.' : 'This request is malformed.')
}

function apologise(res: ServerResponse, id: string) {
  if (res.headersSent) return void res.destroy()
  plain(res, 500, `That was our fault, not yours. Try again; if it happens again, tell the newsroom: ${id}`)
}

function refuseUpgrade(socket: Duplex) {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
