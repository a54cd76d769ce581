import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import type { S3Settings } from '#lib/media/store/s3-request'

import { faultOf } from './s3-signature'

type File = { bytes: Buffer; type: string }
type Upload = { key: string; type: string; parts: Map<number, Buffer> }
type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer }

const statuses: Record<string, number> = { NoSuchKey: 404, NoSuchBucket: 404, NoSuchUpload: 404, InvalidPart: 400 }
const error = (code: string, status = statuses[code] ?? 403): Answer => ({
  status,
  body: `<Error><Code>${code}</Code></Error>`,
})
const tagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`

/**
 * As much of S3 as a store of files asks for, in memory. Unlike others for tests it refuses wrong signatures, unsigned
 * requests and old dates. It knows no ranges from the end, as some services do not.
 */
export async function s3Double(now: () => Date = () => new Date()) {
  const settings: S3Settings = {
    endpoint: '',
    bucket: 'paper-media',
    region: 'eu-test-1',
    accessKeyId: 'double',
    secretAccessKey: 'the double’s secret',
    prefix: '',
  }
  const files = new Map<string, File>()
  const uploads = new Map<string, Upload>()
  /** What was asked, and what the next answers are instead of right ones: a status, or the connection cut. */
  const asked: string[] = []
  const faults: (number | 'none' | 'cut' | 'silence' | 'lost')[] = []

  function answer(req: IncomingMessage, url: URL, body: Buffer): Answer {
    const fault = faultOf(req, body, settings, now())
    if (fault) return error(fault)
    const [, bucket = '', ...rest] = url.pathname.split('/')
    if (bucket !== settings.bucket) return error('NoSuchBucket')
    const key = rest.join('/')
    const id = url.searchParams.get('uploadId')
    if (!key) return list(url.searchParams)
    if (id !== null || url.searchParams.has('uploads')) return multipart(req, url.searchParams, key, body)
    const type = req.headers['content-type'] ?? ''
    if (req.method === 'PUT') files.set(key, { bytes: body, type })
    else if (req.method === 'DELETE') files.delete(key)
    else return read(req, files.get(key))
    return { status: req.method === 'PUT' ? 200 : 204, headers: { etag: tagOf(body) } }
  }

  function multipart(req: IncomingMessage, query: URLSearchParams, key: string, body: Buffer): Answer {
    if (query.has('uploads')) {
      const id = `${uploads.size + 1}+/=`
      uploads.set(id, { key, type: req.headers['content-type'] ?? '', parts: new Map() })
      return {
        status: 200,
        body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      }
    }
    const id = query.get('uploadId') ?? ''
    const upload = uploads.get(id)
    if (upload?.key !== key) return error('NoSuchUpload')
    if (req.method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body)
      return { status: 200, headers: { etag: tagOf(body) } }
    }
    if (req.method === 'POST') {
      const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)]
      const parts = named.map(([, number]) => upload.parts.get(Number(number)) ?? Buffer.alloc(0))
      if (named.some(([, , tag], index) => tag !== tagOf(parts[index]!))) return error('InvalidPart')
      if (parts.slice(0, -1).some(({ length }) => length < 5 << 20)) return error('EntityTooSmall', 400)
      files.set(key, { bytes: Buffer.concat(parts), type: upload.type })
    }
    uploads.delete(id)
    return { status: req.method === 'POST' ? 200 : 204, body: '<CompleteMultipartUploadResult/>' }
  }

  function list(query: URLSearchParams): Answer {
    const most = Math.min(1000, Number(query.get('max-keys') ?? 1000))
    const start = query.get('start-after') ?? ''
    const keys = [...files.keys()].sort().filter((key) => key > start && key.startsWith(query.get('prefix') ?? ''))
    const contents = keys.slice(0, most).map((key) => `<Contents><Key>${key}</Key></Contents>`)
    return {
      status: 200,
      body: `<ListBucketResult><IsTruncated>${keys.length > most}</IsTruncated>${contents.join('')}</ListBucketResult>`,
    }
  }

  /** How many answers are on their way. */
  let sending = 0
  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '', 'http://s3')
    asked.push(`${req.method} ${url.pathname}`)
    sending += 1
    res.once('close', () => {
      sending -= 1
    })
    const body = await buffer(req).catch(() => undefined)
    const fault = faults.shift()
    if (!body || fault === 'silence') return
    if (fault === 'cut') return void res.destroy()
    const right = typeof fault === 'number' ? error('Fault', fault) : answer(req, url, body)
    if (fault === 'lost') res.destroy()
    else send(req, res, right)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  settings.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { settings, files, uploads, asked, faults, sending: () => sending, close }
}

function read(req: IncomingMessage, file: File | undefined): Answer {
  if (!file) return error('NoSuchKey')
  const size = file.bytes.length
  const headers = { 'content-type': file.type, etag: tagOf(file.bytes) }
  const [range, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(req.headers.range ?? '') ?? []
  if (!range) return { status: 200, headers, body: file.bytes }
  if (Number(from) >= size) return error('InvalidRange', 416)
  const end = Math.min(Number(to || size - 1), size - 1)
  headers['content-range' as 'etag'] = `bytes ${from}-${end}/${size}`
  return { status: 206, headers, body: file.bytes.subarray(Number(from), end + 1) }
}

function send(req: IncomingMessage, res: ServerResponse, { status, headers, body = '' }: Answer) {
  res.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers })
  res.end(req.method === 'HEAD' ? undefined : body)
}
