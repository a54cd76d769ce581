import { once } from 'node:events'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { makeUploads } from '#lib/media/uploads/serve'
import { makeServer } from '#lib/server/http'

const baseUrl = 'http://localhost:3000'

/** Our server, with nothing of Next's, on a free port. @returns the port, and what ends it */
export async function serveUploads(options: Parameters<typeof makeUploads>[0]) {
  const server = makeServer({
    baseUrl,
    dev: false,
    trustedProxies: [],
    edge: { hit: () => false, answer: async () => false, counters: () => ({}) as never },
    collab: (_, socket) => void socket.destroy(),
    next: async (_, res) => void res.end('Next'),
    uploads: makeUploads(options),
    isSignedIn: async (cookies) => Boolean(cookies),
    decoy: createServer(),
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { port: (server.address() as AddressInfo).port, close }
}

export type Told = { status: number; headers: IncomingMessage['headers']; text: string; json: unknown }

/** One request of a browser with this cookie, from our own page unless `headers` say otherwise. */
export async function tell(
  port: number,
  cookie: string,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: Buffer | string,
): Promise<Told> {
  const own = { host: 'localhost:3000', origin: baseUrl, 'tus-resumable': '1.0.0', ...(cookie && { cookie }) }
  const given = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== undefined)
  const req = request({ port, host: '127.0.0.1', method, path, headers: Object.fromEntries(given), agent: false })
  req.end(body)
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  let text = ''
  for await (const piece of res) text += piece
  const json = res.headers['content-type'] === 'application/json' && text ? JSON.parse(text) : undefined
  return { status: res.statusCode ?? 0, headers: res.headers, text, json }
}

/** `upload-metadata` as a browser sends it. */
export const metadata = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

/** Somebody who sends a file, request by request. */
export const sender = (port: number, cookie: string) => ({
  begin: (length: number, values: Record<string, string> = { filename: 'harbour.jpg' }) =>
    tell(port, cookie, 'POST', '/api/uploads', { 'upload-length': length, 'upload-metadata': metadata(values) }),
  patch: (path: string, offset: number, bytes: Buffer | string = '') =>
    tell(
      port,
      cookie,
      'PATCH',
      path,
      { 'upload-offset': offset, 'content-type': 'application/offset+octet-stream', 'content-length': bytes.length },
      bytes,
    ),
  ask: (method: string, path: string, headers?: OutgoingHttpHeaders) => tell(port, cookie, method, path, headers),
})
