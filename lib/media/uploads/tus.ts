import { statfs } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

import { newId } from '#lib/id'
import { diskFull, isFull } from '#lib/media/store/full'

import { keptFor, largestChunk, uploadsPath } from './limits'
import { removePart } from './parts'

export type Answer = { status: number; headers?: Record<string, string>; body?: unknown }

/** What is told to the library for tus, and what of its answer is told to the browser: it knows more than is asked of it. */
const passed = ['tus-resumable', 'upload-offset', 'upload-length', 'content-type', 'content-length']
const told = ['location', 'tus-resumable', 'upload-offset', 'upload-length', 'upload-expires']

/**
 * The protocol, on a folder: tells how far a file is and writes what comes next, one request a file at a time.
 * @returns what asks it; `metadata` is what stands beside a file that is begun
 */
export function makeTus(folder: string) {
  let opened: ReturnType<typeof open> | undefined

  return async (req: IncomingMessage, id: string, metadata?: Record<string, string>): Promise<Answer> => {
    opened ??= open(folder)
    const { tus, Metadata, faults } = await opened
    const headers = new Headers({ 'x-stet-id': id })
    for (const name of passed) {
      const value = req.headers[name]
      if (typeof value === 'string' && (req.method === 'PATCH' || !name.startsWith('content-')))
        headers.set(name, value)
    }
    if (metadata) headers.set('upload-metadata', Metadata.stringify(metadata))
    const body = req.method === 'PATCH' ? (Readable.toWeb(req) as ReadableStream) : undefined
    const url = `http://stet${uploadsPath}${metadata ? '' : `/${id}`}`
    const request = new Request(url, { method: req.method, headers, body, duplex: 'half' } as RequestInit)
    const answer = await tus.handleWeb(request)
    if (answer.status < 400) return { status: answer.status, headers: pick(answer.headers) }
    const fault = faults.get(request)
    if (metadata && fault) await removePart(folder, id)
    if (isFull(fault) || (answer.status === 500 && (await isNearlyFull(folder)))) throw diskFull()
    if (answer.status >= 500) throw fault ?? new Error('A part of a file could not be written.')
    return { status: answer.status, headers: pick(answer.headers), body: inWords(answer.status) }
  }
}

/** Loaded with the first file that is sent. */
async function open(folder: string) {
  const [{ Server, Metadata }, { FileStore }] = await Promise.all([import('@tus/server'), import('@tus/file-store')])
  const faults = new WeakMap<Request, unknown>()
  const datastore = new FileStore({ directory: folder, expirationPeriodInMilliseconds: keptFor })
  // Each file says how long it is when it is begun.
  datastore.extensions = ['creation', 'termination', 'expiration']
  const tus = new Server({
    path: uploadsPath,
    datastore,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: (request) => request.headers.get('x-stet-id') ?? newId(),
    onResponseError: (request, error) => {
      if (!('status_code' in error)) faults.set(request, error)
      return undefined
    },
  })
  return { tus, Metadata, faults }
}

const pick = (headers: Headers) =>
  Object.fromEntries(told.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])))

/** Its file store says only that it could not write. */
async function isNearlyFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < largestChunk
}

function inWords(status: number) {
  if (status === 404 || status === 410)
    return { reason: 'not-found', message: 'This upload was not found. Send the file again.' }
  if (status === 409) return { reason: 'conflict', message: 'Another part of this file is to come next.' }
  if (status === 413) return { reason: 'too-large', message: 'This is more than the file was said to have.' }
  return { reason: 'invalid', message: 'This request is not part of an upload.' }
}
