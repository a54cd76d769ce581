import { type IncomingHttpHeaders, type IncomingMessage, request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

export type Limits = {
  /** Ends it: time is up, or nobody wants it any more. */
  signal: AbortSignal
  /** Bytes that its body may have, decompressed. */
  most: number
}

/** What went wrong with a request, in words that the desk may read. */
export class NotFetched extends Error {
  override name = 'NotFetched'
}

/**
 * Asks one address once: no redirect is followed, no connection kept.
 * @param how where to connect to and what to say, if not as the address has it
 * @throws NotFetched for a body that is too large or cannot be read; else what the network said
 */
export async function get(url: URL, { signal, most }: Limits, how: RequestOptions = {}): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const ask = url.protocol === 'https:' ? secure : plain
    // A connection of its own: one that is kept might have been made to where nobody looked.
    ask(url, { ...how, signal, agent: false }, resolve)
      .on('error', reject)
      .end()
  })
  const body = await read(response, most)
  return { status: response.statusCode ?? 0, headers: response.headers, body }
}

const decoders = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate }
type Encoding = keyof typeof decoders
/** What `Accept-Encoding` may name. */
export const encodings = Object.keys(decoders).join(', ')

async function read(response: IncomingMessage, most: number): Promise<string> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && !(encoding in decoders)) {
    response.destroy()
    throw new NotFetched(`Answered in an encoding that nobody asked for: ${encoding.slice(0, 20)}.`)
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of encoding === 'identity' ? response : decoded(response, encoding as Encoding)) {
      size += chunk.length
      // Counted as it comes, decompressed: a small answer may unfold to gigabytes.
      if (size > most) throw new NotFetched(`Answered with more than ${Math.round(most / 1000)} kB.`)
      chunks.push(chunk)
    }
  } finally {
    response.destroy()
  }
  return Buffer.concat(chunks).toString('utf8')
}

function decoded(response: IncomingMessage, encoding: Encoding): Readable {
  const decoder = decoders[encoding]()
  response.on('error', (error) => decoder.destroy(error))
  return response.pipe(decoder)
}
