import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>
export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** A socket that leads nowhere: the render is nobody's request, so no reader can change or end it. */
class Nowhere extends Duplex {
  override _read() {}
  override _write(_: unknown, __: BufferEncoding, done: () => void) {
    done()
  }
}

/**
 * Renders one path through Next, with a request of our own making: always GET, nothing of the reader's in it.
 * @param host told to Next as the paper's own
 * @param cookie of who asks, for a page that is nobody else's and is not kept
 * @throws when the render fails; one that never ends is the caller's to give up
 */
export function capture(handler: Handler, path: string, host: string, cookie?: string): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const socket = new Nowhere() as never
    const req = new IncomingMessage(socket)
    req.method = 'GET'
    req.url = path
    // Without a user agent, metadata that is slower than the page may be streamed into the body.
    req.headers = { host, accept: '*/*', 'user-agent': 'edge', ...(cookie && { cookie }) }
    req.push(null)
    const res = new ServerResponse(req)
    collect(res, resolve)
    handler(req, res).catch(reject)
  })
}

/** Keeps what is written to a response instead of sending it. */
function collect(res: ServerResponse, finished: (captured: Captured) => void) {
  const parts: Buffer[] = []
  const keep = (part: unknown, encoding?: unknown) => {
    if (typeof part === 'string')
      parts.push(Buffer.from(part, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part))
  }
  const callback = (values: unknown[]) => values.find((value): value is () => void => typeof value === 'function')
  let ended = false
  Object.defineProperties(res, {
    headersSent: { get: () => ended || parts.length > 0 },
    writableEnded: { get: () => ended },
    finished: { get: () => ended },
  })
  res.flushHeaders = () => {}
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status
    const headers = rest.find((value) => typeof value === 'object') as OutgoingHttpHeaders | undefined
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) res.setHeader(name, value)
    return res
  }) as typeof res.writeHead
  res.write = ((part: unknown, ...rest: unknown[]) => {
    keep(part, rest[0])
    callback(rest)?.()
    return true
  }) as typeof res.write
  res.end = ((part?: unknown, ...rest: unknown[]) => {
    if (ended) return res
    keep(part, rest[0])
    ended = true
    finished({ status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(parts) })
    res.emit('finish')
    res.emit('close')
    callback([part, ...rest])?.()
    return res
  }) as typeof res.end
}
