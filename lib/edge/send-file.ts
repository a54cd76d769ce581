import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import { isRefusal } from '#lib/errors'
import { log } from '#lib/log'
import { readRange } from '#lib/media/store/range'
import type { Found, Range } from '#lib/media/store/store'

import { isKnown } from './headers'
import { refuse } from './send'

/** Its own policy, beside the common headers: whatever a file holds, it loads nothing and runs nothing. */
export const filePolicy = { 'Content-Security-Policy': "default-src 'none'; sandbox" }

/** Sends a file, or what of it is asked for. The tag is in the headers. */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  headers: Record<string, string>,
  get: (range?: Range) => Promise<Found | undefined>,
): Promise<void> {
  const known = req.headers['if-none-match']
  const tag = headers.ETag ?? ''
  if (known !== undefined && isKnown(known, tag)) return void res.writeHead(304, headers).end()
  const ifRange = req.headers['if-range']
  const range = ifRange === undefined || ifRange === tag ? readRange(req.headers.range) : undefined
  const found = await get(range)
  if (!found) return void refuse(res, 404)
  if (res.destroyed || res.headersSent) return void found.stream.destroy()
  const { size, range: part } = found
  if (range && !part) {
    found.stream.destroy()
    return void res.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': '0' }).end()
  }
  const length = part ? part.to - part.from + 1 : size
  const about = { ...headers, 'Content-Length': String(length) }
  if (part) res.writeHead(206, { ...about, 'Content-Range': `bytes ${part.from}-${part.to}/${size}` })
  else res.writeHead(200, about)
  if (req.method === 'HEAD') {
    found.stream.destroy()
    return void res.end()
  }
  // Who leaves half-way is nobody's fault.
  await pipeline(found.stream, res).catch((error) => res.destroyed || Promise.reject(error))
}

/** What is said where a file cannot be had right now. */
export function fileFailed(res: ServerResponse, path: string, error: unknown): void {
  if (res.headersSent) return void res.destroy()
  const busy = isRefusal(error) && error.reason === 'busy'
  if (!busy) log.error({ err: error, path }, 'a file of the library failed')
  res
    .writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    .end('This cannot be shown right now.\n')
}
