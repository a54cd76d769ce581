import type { IncomingMessage, ServerResponse } from 'node:http'

import { log } from '#lib/log'

import type { Handler } from './capture'
import { compress, encodingFor } from './compress'
import { cacheControl, isKnown, scriptHashes, sitePolicy, tagOf } from './headers'
import { addressOf, kindOf } from './paths'
import { missing, type Outcome, outcomeOf } from './statuses'

export type EdgeOptions = {
  next: Handler
  /** The paper's own address. */
  baseUrl: string
  /** In development Next needs inline scripts and `eval`, so the policy is left out. */
  dev: boolean
}

/** Answers readers; false when the address is not one of theirs and somebody else must answer. */
export type Answer = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>

export function makeEdge({ next, baseUrl, dev }: EdgeOptions): Answer {
  const host = new URL(baseUrl).host
  return async (req, res) => {
    const url = req.url ?? '/'
    const path = url.split('?', 1)[0] as string
    const decoded = decode(path)
    if (decoded === undefined) return refuse(res, 400)
    // Decoded, or `/%64esk` would reach the desk by the readers' door.
    const kind = kindOf(decoded)
    if (kind === 'elsewhere' || (dev && path.startsWith('/_next/'))) return false
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(res, 405, { Allow: 'GET, HEAD' })
    if (kind === 'static' || kind === 'file') return passFile(next, req, res, kind)
    await send(req, res, await outcome(kind === 'missing' ? undefined : addressOf(url)))
    return true
  }

  async function outcome(address: string | undefined): Promise<Outcome | undefined> {
    try {
      return await (address === undefined ? missing(next, host) : outcomeOf(next, address, host))
    } catch (error) {
      log.error({ err: error, path: address?.split('?', 1)[0] }, 'a page failed')
      return undefined
    }
  }

  async function send(req: IncomingMessage, res: ServerResponse, outcome: Outcome | undefined) {
    if (!outcome || outcome.status >= 500) return void sorry(res)
    if ('to' in outcome)
      return void res.writeHead(301, { Location: outcome.to, 'Cache-Control': cacheControl(301) }).end()
    const { status, page } = outcome
    const type = String(page.headers['content-type'] ?? 'text/html; charset=utf-8')
    const encoding = encodingFor(req.headers['accept-encoding']?.toString())
    const tag = tagOf(page.body)
    const suffix = encoding === 'identity' ? '' : `-${encoding}`
    const headers: Record<string, string> = {
      'Content-Type': type,
      'Cache-Control': cacheControl(status),
      Vary: 'Accept-Encoding',
      ETag: `"${tag}${suffix}"`,
    }
    if (type.startsWith('text/html') && !dev)
      headers['Content-Security-Policy'] = sitePolicy(scriptHashes(page.body.toString()))
    if (status === 200 && isKnown(req.headers['if-none-match'], tag)) return void res.writeHead(304, headers).end()
    const body = await compress(page.body, encoding)
    if (encoding !== 'identity') headers['Content-Encoding'] = encoding
    res.writeHead(status, { ...headers, 'Content-Length': body.length })
    res.end(req.method === 'HEAD' ? undefined : body)
  }
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Built files carry their content's hash in their name; fonts do not, so they are asked for again after a week. */
async function passFile(next: Handler, req: IncomingMessage, res: ServerResponse, kind: 'static' | 'file') {
  if (kind === 'file') res.setHeader('Cache-Control', 'public, max-age=604800')
  await next(req, res)
  return true
}

function refuse(res: ServerResponse, status: 400 | 405, headers: Record<string, string> = {}): true {
  const text = status === 400 ? 'This address is malformed.\n' : 'Pages can only be read.\n'
  res
    .writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(text)
  return true
}

/** What readers get when a page cannot be made: nothing stale, and a time to come back. */
function sorry(res: ServerResponse) {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '10' }
  res.writeHead(503, { ...headers, 'Content-Security-Policy': sitePolicy() })
  res.end(
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<title>Not available</title><h1>This page cannot be shown right now</h1><p>Try again in a few seconds.</p></html>',
  )
}
