import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import { isRefusal } from '#lib/errors'
import { log } from '#lib/log'
import { filePath, readAddress, typeOf, type Width } from '#lib/media/store/address'
import type { Renditions } from '#lib/media/store/renditions'
import type { Found, MediaStore, Range } from '#lib/media/store/store'
import { findClipFile, findPictureFile, type LiveFile } from '#lib/site/queries/media-files'

import { isKnown } from './headers'
import { refuse } from './send'

export type MediaOptions = {
  store: () => MediaStore
  renditions: () => Renditions
  /** Headers of every answer. */
  common: Readonly<Record<string, string>>
  /** Seconds for which a CDN need not ask whether a file still stands. */
  shared: number
}

const clip = /^([a-z0-9-]{1,40})\/([0-9a-f]{12})-0\/(clip\.(?:mp4|m4a|webm|mp3|ogg|wav)|captions\.vtt)$/

/**
 * Answers readers' files of the library: for as long as something that is live shows them, and not a moment longer.
 * Browsers may keep them for good, as another file has another address; caches in between ask as often as for pages.
 */
export function makeMedia({ store, renditions, common, shared }: MediaOptions) {
  const forGood = `public, max-age=31536000, s-maxage=${shared}, immutable`
  const moved = `public, max-age=0, s-maxage=${shared}, must-revalidate`

  async function picture(req: IncomingMessage, res: ServerResponse, rest: string): Promise<unknown> {
    const asked = readAddress(rest)
    const found = asked && (await findPictureFile(asked))
    if (!asked || !found) return refuse(res, 404)
    if (found.state === 'moved') return leadOn(res, found.path)
    const { row, crop } = found
    const { width, format } = asked
    const headers = { ...fileHeaders(filePath(row.hash, crop, width as Width, format)), 'Content-Type': typeOf[format] }
    const wanted = { file: row.file, crop, width, format, graphic: row.graphic, credit: row.credit }
    return send(req, res, headers, (range) => renditions().get(wanted, 'reader', range))
  }

  async function film(req: IncomingMessage, res: ServerResponse, rest: string): Promise<unknown> {
    const [, id = '', hash = '', name = ''] = clip.exec(rest) ?? []
    const found = id ? await findClipFile(id, hash) : undefined
    if (!found) return refuse(res, 404)
    if (found.state === 'moved') return leadOn(res, `${found.path}/${name}`)
    const { row } = found
    if (name === 'captions.vtt') return captions(req, res, row)
    return send(req, res, { ...fileHeaders(row.hash), 'Content-Type': row.type }, (range) =>
      store().get(`${row.file}/clip`, range),
    )
  }

  /** They may change while the film stays. */
  function captions(req: IncomingMessage, res: ServerResponse, { captions: text }: Here['row']) {
    if (!text) return refuse(res, 404)
    const body = Buffer.from(text)
    const said = { ...common, 'Cache-Control': moved, 'Content-Type': 'text/vtt; charset=utf-8' }
    res.writeHead(200, { ...said, 'Content-Length': String(body.length) }).end(req.method === 'HEAD' ? undefined : body)
  }

  const fileHeaders = (tag: string) => ({
    ...common,
    'Cache-Control': forGood,
    ETag: `"${tag}"`,
    'Accept-Ranges': 'bytes',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })

  function leadOn(res: ServerResponse, path: string) {
    res.writeHead(301, { ...common, Location: `/media/${path}`, 'Cache-Control': moved }).end()
  }

  return async (req: IncomingMessage, res: ServerResponse, path: string): Promise<true> => {
    const rest = path.slice('/media/'.length)
    try {
      await (clip.test(rest) ? film(req, res, rest) : picture(req, res, rest))
    } catch (error) {
      failed(res, path, error)
    }
    return true
  }
}

type Here = Extract<LiveFile, { state: 'here' }>

/** Sends a file, or what of it is asked for. The tag is in the headers. */
export async function send(
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

/** One range; several in one answer, which nobody's player asks for, are the whole file. */
function readRange(header: string | undefined): Range | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from) return { from: Number(from), ...(to && { to: Number(to) }) }
  return to ? { last: Number(to) } : undefined
}

function failed(res: ServerResponse, path: string, error: unknown) {
  if (res.headersSent) return void res.destroy()
  const busy = isRefusal(error) && error.reason === 'busy'
  if (!busy) log.error({ err: error, path }, 'a file of the library failed')
  res
    .writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    .end('This cannot be shown right now.\n')
}
