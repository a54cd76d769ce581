import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Refusal } from '#lib/errors'
import { person } from '#lib/testing/newsroom'
import { serveUploads } from '#lib/testing/uploads'

import { startUpload } from './client'
import type { Arrived, Finish } from './finish'
import { listParts } from './parts'

const files = vi.hoisted(() => ({ bytes: new WeakMap<object, Buffer>(), headers: {} as Record<string, string> }))

// Under Node the library reads no File, and no browser adds the cookie.
vi.mock('tus-js-client', async (original) => {
  const real = await original<typeof import('tus-js-client')>()
  class Upload extends real.Upload {
    constructor(file: File, options: object) {
      super(files.bytes.get(file)!, { ...options, headers: files.headers })
    }
  }
  return { ...real, Upload }
})

let folder: string
let served: Awaited<ReturnType<typeof serveUploads>>
let finish: Finish
let arrived: (Arrived & { bytes: Buffer })[]
let signedIn: boolean
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-client-'))
  arrived = []
  signedIn = true
  finish = async (_, file) => {
    arrived.push({ ...file, bytes: readFileSync(file.path) })
    return { media: file.id }
  }
  served = await serveUploads({
    folder,
    finish: (actor, file) => finish(actor, file),
    whoIs: async () => (signedIn ? person('nadia', 'writer', []) : undefined),
  })
  Object.assign(files.headers, { cookie: 'c=nadia', origin: 'http://localhost:3000' })
  vi.stubGlobal('location', { href: `http://localhost:${served.port}/desk/media` })
  const real = fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    real(url, {
      ...init,
      headers: { ...(init.headers as object), cookie: 'c=nadia', origin: 'http://localhost:3000' },
    }),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  served.close()
  rmSync(folder, { recursive: true })
})

function file(bytes: Buffer, name = 'harbour.jpg') {
  const made = new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
  files.bytes.set(made, bytes)
  return made
}

test('a file of several parts is sent, told how far it is, and answered with what became of it', async () => {
  const bytes = randomBytes(20_000_000)
  const seen: number[] = []
  const onProgress = (sent: number, total: number) => void seen.push(sent / total)
  const sent = await startUpload(file(bytes), { onProgress })
  expect(arrived).toMatchObject([{ id: sent.media, name: 'harbour.jpg', size: 20_000_000 }])
  expect(arrived[0]!.bytes.equals(bytes)).toBe(true)
  expect(seen.at(-1)).toBe(1)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
})

test('why it was not taken is told in the library’s words, at its end and at its beginning', async () => {
  finish = async () => {
    throw new Refusal('invalid', 'This is no picture.')
  }
  const failing = startUpload(file(Buffer.from('text')))
  await expect(failing).rejects.toMatchObject({ name: 'Refusal', reason: 'invalid', message: 'This is no picture.' })
  await expect(startUpload(file(Buffer.alloc(0)))).rejects.toMatchObject({ message: 'This file is empty.' })
  signedIn = false
  await expect(startUpload(file(Buffer.from('text')))).rejects.toMatchObject({
    reason: 'forbidden',
    message: expect.stringContaining('Sign in again'),
  })
})

test('a library that has no time is asked again, without the file', async () => {
  const taken = finish
  let tries = 0
  finish = async (actor, given) => {
    tries += 1
    if (tries < 3) throw new Refusal('busy', 'Too many at once.')
    return taken(actor, given)
  }
  expect((await startUpload(file(Buffer.from('bytes')))).media).toBe(arrived[0]!.id)
  expect(tries).toBe(3)
})

test('what was not taken leaves nothing behind', async () => {
  finish = async () => {
    throw new Refusal('invalid', 'This is no picture.')
  }
  await expect(startUpload(file(Buffer.from('text')))).rejects.toThrow('no picture')
  await expect.poll(() => readdirSync(join(folder, 'results'))).toEqual([])
  expect(await listParts(folder)).toEqual([])
})

test('one that is broken off is forgotten by the server, too', async () => {
  const stopping = new AbortController()
  let last = 0
  const sending = startUpload(file(randomBytes(60_000_000)), {
    signal: stopping.signal,
    onProgress: (sent) => {
      last = sent
      if (sent > 9_000_000) stopping.abort()
    },
  })
  await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
  expect(last).toBeLessThan(60_000_000)
  await expect.poll(() => listParts(folder), { timeout: 8000 }).toEqual([])
  expect(arrived).toEqual([])
  const early = startUpload(file(Buffer.from('bytes')), { signal: AbortSignal.abort() })
  await expect(early).rejects.toMatchObject({ name: 'AbortError' })
})
