import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { startChild } from '#lib/testing/child'
import { person } from '#lib/testing/newsroom'
import { sender, serveUploads } from '#lib/testing/uploads'

import { usualLimits } from './limits'

let folder: string
let child: Awaited<ReturnType<typeof startChild>> | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-killed-'))
})
afterEach(async () => {
  await kill()
  rmSync(folder, { recursive: true })
})

/** A server in a process of its own, on the same folder each time. */
async function start(hang = '') {
  child = await startChild('lib/testing/child-uploads.ts', { CHILD_FOLDER: folder, CHILD_HANG: hang })
  const port = Number(await child.line())
  return { ...sender(port, 'c=nadia'), port }
}
async function kill() {
  child?.child.kill('SIGKILL')
  await child?.ended
  child = undefined
}
const arrived = () => readFileSync(join(folder, 'arrived'), 'utf8').trim().split('\n')
/** Bytes of it that are on the disk. */
const sizeOf = (path: string) => statSync(join(folder, 'uploads', path.slice(-12))).size
const lying = () => readdirSync(join(folder, 'uploads')).filter((name) => /^\w{12}/.test(name))

const bytes = randomBytes(3_000_000)

/** Sends a part of the bytes and no more, though more were announced. @returns the request */
function begin(port: number, path: string, size: number) {
  const headers = {
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    cookie: 'c=nadia',
    'tus-resumable': '1.0.0',
    'upload-offset': 0,
    'content-type': 'application/offset+octet-stream',
    'content-length': bytes.length,
  }
  const req = request({ port, host: '127.0.0.1', method: 'PATCH', path, headers, agent: false }).on('error', () => {})
  req.write(bytes.subarray(0, size))
  return req
}

test('killed in the middle of a part, the server goes on where it was, and the file arrives whole, once', async () => {
  const first = await start()
  const path = String((await first.begin(bytes.length)).headers.location)
  begin(first.port, path, 1_000_000)
  await expect.poll(() => sizeOf(path)).toBeGreaterThan(500_000)
  await kill()
  const second = await start()
  const offset = Number((await second.ask('HEAD', path)).headers['upload-offset'])
  expect(offset).toBeGreaterThan(500_000)
  expect(offset).toBeLessThanOrEqual(1_000_000)
  expect((await second.patch(path, offset, bytes.subarray(offset))).status).toBe(200)
  expect(arrived()).toEqual([`nadia ${path.slice(-12)} 3000000`])
  expect(lying()).toEqual([])
})

test('killed while the library took it in, the same file is given to it again by the same id', async () => {
  const first = await start('slow.jpg')
  const path = String((await first.begin(5, { filename: 'slow.jpg' })).headers.location)
  first.patch(path, 0, 'bytes').catch(() => {})
  await expect.poll(() => readdirSync(folder)).toContain('arrived')
  await kill()
  const second = await start()
  expect((await second.ask('HEAD', path)).headers['upload-offset']).toBe('5')
  expect((await second.patch(path, 5)).json).toEqual({ media: path.slice(-12) })
  await kill()
  const third = await start()
  expect((await third.patch(path, 5)).json).toEqual({ media: path.slice(-12) })
  expect(arrived()).toEqual(Array(2).fill(`nadia ${path.slice(-12)} 5`))
  expect(lying()).toEqual([])
})

test('a part whose connection is cut is kept as far as it came', async () => {
  const { port, ...nadia } = await start()
  const path = String((await nadia.begin(bytes.length)).headers.location)
  const req = begin(port, path, 1_000_000)
  await expect.poll(() => sizeOf(path)).toBeGreaterThan(500_000)
  req.destroy()
  const offset = Number((await nadia.ask('HEAD', path)).headers['upload-offset'])
  expect(offset).toBeGreaterThan(500_000)
  expect((await nadia.patch(path, offset, bytes.subarray(offset))).status).toBe(200)
  expect(arrived()).toEqual([`nadia ${path.slice(-12)} 3000000`])
})

test('a full disk is told in words; with room again the same file goes on', async ({ skip }) => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status !== 0)
    skip('a disk of its own may not be made here')
  const { port, close } = await serveUploads({
    folder: join(disk, 'uploads'),
    finish: async (_, { id }) => ({ media: id }),
    whoIs: async () => person('nadia', 'writer', []),
    limits: { ...usualLimits, spare: -1e9 },
  })
  try {
    const { begin, patch, ask } = sender(port, 'c=nadia')
    const path = String((await begin(bytes.length)).headers.location)
    expect(await patch(path, 0, bytes)).toMatchObject({
      status: 503,
      json: { reason: 'busy', message: expect.stringContaining('The disk is full') },
    })
    const full = await begin(5)
    expect(full).toMatchObject({ status: 503, json: { reason: 'busy' } })
    expect(readdirSync(join(disk, 'uploads')).filter((name) => /^\w{12}/.test(name))).toHaveLength(2)
    spawnSync('mount', ['-o', 'remount,size=8m', disk])
    const offset = Number((await ask('HEAD', path)).headers['upload-offset'])
    expect((await patch(path, offset, bytes.subarray(offset))).json).toEqual({ media: path.slice(-12) })
  } finally {
    close()
    spawnSync('umount', ['-l', disk])
  }
})
