import type { IncomingMessage, ServerResponse } from 'node:http'

import { encodingFor } from './compress'
import type { Copy } from './copy'
import { isKnown, sitePolicy } from './headers'
import { sendWhole } from './whole'

/**
 * Answers a reader with a finished copy.
 * @param more headers of this answer alone
 * @param now in ms, when nothing else is to be said: then it may go in one piece
 */
export function send(req: IncomingMessage, res: ServerResponse, copy: Copy, more: string[], now?: number): void {
  const { tag, headers, notModified, whole } =
    copy.versions[encodingFor(req.headers['accept-encoding'] as string | undefined)]
  const known = req.headers['if-none-match']
  if (known !== undefined && copy.status === 200 && isKnown(known, tag)) {
    res.writeHead(304, more.length ? [...notModified, ...more] : notModified).end()
    return
  }
  const isPlain = now !== undefined && req.method === 'GET' && req.httpVersionMinor === 1
  if (isPlain && sendWhole(res, whole, now)) return
  res.writeHead(copy.status, more.length ? [...headers, ...more] : headers)
  res.end(req.method === 'HEAD' ? undefined : whole.body)
}

/** What readers get when a page cannot be made: nothing stale, and a time to come back. */
export function sorry(res: ServerResponse): void {
  page(res, 503, 'This page cannot be shown right now', 'Try again in a few seconds.', { 'Retry-After': '10' })
}

/** What readers get of a withdrawn story while nothing better can be made. */
export function gone(res: ServerResponse): void {
  page(res, 410, 'This story was taken down', 'It is no longer available.')
}

/** What a private link that opens nothing gets, whatever the reason: nothing is told of what there was. */
export function closed(res: ServerResponse): void {
  page(res, 404, 'This link does not work', 'It may have run out, or was taken back. Ask who sent it for a new one.', {
    'X-Robots-Tag': 'noindex, nofollow',
    'Referrer-Policy': 'same-origin',
  })
}

function page(res: ServerResponse, status: number, title: string, text: string, headers: Record<string, string> = {}) {
  res.writeHead(status, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': sitePolicy,
    'Cache-Control': 'no-store',
  })
  res.end(
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      `<title>${title}</title><h1>${title}</h1><p>${text}</p></html>`,
  )
}

/** Refuses what no reader asks for. */
export function refuse(res: ServerResponse, status: 400 | 404 | 405): true {
  const text = { 400: 'This address is malformed.', 404: 'There is nothing here.', 405: 'Pages can only be read.' }
  res
    .writeHead(status, {
      ...(status === 405 && { Allow: 'GET, HEAD' }),
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    .end(`${text[status]}\n`)
  return true
}
