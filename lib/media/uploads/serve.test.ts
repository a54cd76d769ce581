import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { endSession } from '#lib/auth/commands/sessions'
import { actorFromCookies } from '#lib/auth/cookie'
import { Refusal } from '#lib/errors'
import { cookieOf } from '#lib/testing/collab'
import { databaseForAll } from '#lib/testing/database'
import { newsroom } from '#lib/testing/newsroom'
import { metadata, sender, serveUploads, tell } from '#lib/testing/uploads'

import type { Arrived, Finish } from './finish'
import { usualLimits } from './limits'
import { resultsOf } from './parts'

databaseForAll()
let nadia: string
let kit: string
beforeAll(async () => {
  const desk = await newsroom()
  nadia = await cookieOf(desk.nadia)
  kit = await cookieOf(desk.kit)
})

let folder: string
/** What has arrived, with its bytes and who sent it. */
let arrived: (Arrived & { by: string; bytes: Buffer })[]
let finish: Finish
let port: number
let close: () => void
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-uploads-'))
  arrived = []
  finish = async (actor, file) => {
    arrived.push({ ...file, by: actor.id, bytes: readFileSync(file.path) })
    return { media: `m-${file.id}`, width: 640 }
  }
  ;({ port, close } = await serveUploads({ folder, finish: (actor, file) => finish(actor, file), limits }))
})
afterEach(() => {
  close()
  rmSync(folder, { recursive: true })
})
const limits = { ...usualLimits, files: 3, personal: 20_000_000, all: 30_000_000 }

/** Files that lie there, of uploads and of what became of them. */
const lying = () => readdirSync(folder).filter((name) => name !== 'results' && name !== '.parts')
const remembered = () => readdirSync(resultsOf(folder))

test('a file sent in parts arrives whole, and the last answer says what became of it', async () => {
  const bytes = randomBytes(300_000)
  const { begin, patch } = sender(port, nadia)
  const begun = await begin(300_000, { filename: 'harbour.jpg', filetype: 'image/jpeg' })
  const path = String(begun.headers.location)
  expect([begun.status, path]).toEqual([201, expect.stringMatching(/^\/api\/uploads\/[0-9a-z]{12}$/)])
  expect(Date.parse(String(begun.headers['upload-expires'])) - Date.now()).toBeGreaterThan(86_000_000)
  const first = await patch(path, 0, bytes.subarray(0, 100_000))
  expect([first.status, first.headers['upload-offset'], arrived]).toEqual([204, '100000', []])
  const last = await patch(path, 100_000, bytes.subarray(100_000))
  const id = path.slice(-12)
  expect(last).toMatchObject({
    status: 200,
    headers: { 'upload-offset': '300000', 'cache-control': 'no-store' },
    json: { media: `m-${id}`, width: 640 },
  })
  expect(arrived).toMatchObject([{ id, by: 'nadia', name: 'harbour.jpg', size: 300_000 }])
  expect(arrived[0]!.bytes.equals(bytes)).toBe(true)
  expect(lying()).toEqual([])
})

test('who did not hear the last answer hears it again, and nothing is taken twice', async () => {
  const { begin, patch, ask } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  const { json } = await patch(path, 0, 'bytes')
  expect(await ask('HEAD', path)).toMatchObject({
    status: 200,
    headers: { 'upload-offset': '5', 'upload-length': '5' },
  })
  expect(await patch(path, 5)).toMatchObject({ status: 200, json })
  expect(await patch(path, 0, 'bytes')).toMatchObject({ status: 200, json, headers: { 'upload-offset': '5' } })
  expect(arrived).toHaveLength(1)
  expect((await ask('DELETE', path)).status).toBe(204)
  expect((await ask('HEAD', path)).status).toBe(404)
})

test('who asks while it is being taken in waits for the same answer, and cannot break it off any more', async () => {
  const { begin, patch, ask } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  let go = () => {}
  const taken = finish
  finish = async (actor, file) => {
    const result = await taken(actor, file)
    await new Promise<void>((resolve) => {
      go = resolve
    })
    return result
  }
  const first = patch(path, 0, 'bytes')
  await expect.poll(() => arrived.length).toBe(1)
  const others = [patch(path, 5), patch(path, 0, 'bytes')]
  expect((await ask('HEAD', path)).headers['upload-offset']).toBe('5')
  expect(await ask('DELETE', path)).toMatchObject({ status: 409, json: { reason: 'conflict' } })
  go()
  const { json } = await first
  for (const other of await Promise.all(others)) expect(other).toMatchObject({ status: 200, json })
  expect(arrived).toHaveLength(1)
})

test('why the library did not take it is told, and told again, and the file is gone', async () => {
  finish = async () => {
    throw new Refusal('too-large', 'This picture has 60 megapixels.')
  }
  const { begin, patch, ask } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  const said = { status: 413, json: { reason: 'too-large', message: 'This picture has 60 megapixels.' } }
  expect(await patch(path, 0, 'bytes')).toMatchObject(said)
  expect(lying()).toEqual([])
  expect((await ask('HEAD', path)).headers['upload-offset']).toBe('5')
  expect(await patch(path, 5)).toMatchObject(said)
})

test.each<[string, () => Error, number]>([
  ['has no time', () => new Refusal('busy', 'Too many at once.'), 503],
  ['has a fault', () => new Error('select secret'), 500],
])('a library that %s is asked again with the same file', async (_, fault, status) => {
  const taken = finish
  finish = async () => {
    throw fault()
  }
  const { begin, patch, ask } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  const told = await patch(path, 0, 'bytes')
  expect(told.status).toBe(status)
  expect(told.text).not.toContain('secret')
  expect((await ask('HEAD', path)).headers['upload-offset']).toBe('5')
  finish = taken
  expect(await patch(path, 5)).toMatchObject({ status: 200, json: { width: 640 } })
  expect(arrived[0]!.bytes.toString()).toBe('bytes')
})

test('to others it is not there, whatever they ask', async () => {
  const { begin, patch } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  const other = sender(port, kit)
  for (const round of ['on its way', 'finished']) {
    for (const method of ['HEAD', 'DELETE']) expect((await other.ask(method, path)).status, round).toBe(404)
    expect(await other.patch(path, 0, 'other')).toMatchObject({ status: 404, json: { reason: 'not-found' } })
    expect(await patch(path, 0, 'bytes')).toMatchObject({ status: 200 })
  }
  expect(arrived[0]!.bytes.toString()).toBe('bytes')
})

test('without a session nothing is begun or goes on, from one request to the next', async () => {
  const guest = await cookieOf((await actorFromCookies(nadia))!)
  const { begin, patch, ask } = sender(port, guest)
  const path = String((await begin(10)).headers.location)
  expect((await patch(path, 0, 'bytes')).status).toBe(204)
  const actor = (await actorFromCookies(guest))!
  await endSession(actor, actor.sessionId)
  const refused = { status: 401, json: { reason: 'signed-out' } }
  expect(await patch(path, 5, 'bytes')).toMatchObject(refused)
  expect(await begin(10)).toMatchObject(refused)
  expect((await ask('HEAD', path)).status).toBe(401)
  expect((await tell(port, '', 'POST', '/api/uploads')).status).toBe(401)
  expect((await sender(port, nadia).ask('HEAD', path)).headers['upload-offset']).toBe('5')
})

test('what comes from no page of ours does nothing', async () => {
  const { begin, ask } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  for (const origin of ['http://evil.example', 'null', undefined])
    for (const [method, at] of [
      ['POST', '/api/uploads'],
      ['PATCH', path],
      ['DELETE', path],
    ] as const)
      expect((await ask(method, at, { origin })).status).toBe(403)
  expect(lying()).toHaveLength(2)
})

test('other methods and addresses answer nothing of a file', async () => {
  const { begin, ask } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  for (const method of ['GET', 'PUT', 'POST', 'OPTIONS']) expect((await ask(method, path)).status).toBe(422)
  expect((await ask('POST', path, { 'x-http-method-override': 'DELETE' })).status).toBe(422)
  for (const at of ['/api/uploads/', '/api/uploads/../secret', '/api/uploads/results', `${path}.json`, `${path}/x`])
    expect((await ask('HEAD', at)).status).toBe(404)
  expect((await ask('GET', '/api/uploads')).status).toBe(422)
  expect((await ask('HEAD', path)).headers['access-control-allow-origin']).toBeUndefined()
})

test('a size over the limit is refused when it is begun, with the limit; one that is empty or says none, too', async () => {
  const { begin, ask } = sender(port, nadia)
  const picture = await begin(100_000_001)
  expect(picture.json).toMatchObject({ reason: 'too-large', message: expect.stringMatching(/101 MB.*100 MB.*2 GB/) })
  expect(picture.status).toBe(413)
  expect((await begin(2_000_000_001, { filename: 'a.mp4', filetype: 'video/mp4' })).status).toBe(413)
  expect((await begin(0)).json).toMatchObject({ message: 'This file is empty.' })
  for (const length of ['', '-1', '1e3', '9'.repeat(20)])
    expect((await ask('POST', '/api/uploads', { 'upload-length': length })).status).toBe(422)
  expect((await ask('POST', '/api/uploads', { 'upload-defer-length': '1' })).status).toBe(422)
  expect(lying()).toEqual([])
})

test('more than the file was said to have is not written, and a part that does not follow neither', async () => {
  const { begin, patch, ask } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  expect(await patch(path, 0, 'too many')).toMatchObject({ status: 413, json: { reason: 'too-large' } })
  expect((await ask('HEAD', path)).headers['upload-offset']).toBe('0')
  expect(await patch(path, 3, 'es')).toMatchObject({ status: 409, json: { reason: 'conflict' } })
  expect((await patch(path, 0, 'bytes')).status).toBe(200)
})

test('a person has so many files and bytes on the way at once, all together so many bytes', async () => {
  const { begin, patch, ask } = sender(port, nadia)
  const busy = { status: 503, json: { reason: 'busy' } }
  const begun = await Promise.all(Array.from({ length: 6 }, () => begin(5)))
  expect(begun.map(({ status }) => status).sort()).toEqual([201, 201, 201, 503, 503, 503])
  const [first, second, third] = begun
    .filter(({ status }) => status === 201)
    .map(({ headers }) => String(headers.location))
  expect((await patch(first!, 0, 'bytes')).status).toBe(200)
  expect((await ask('DELETE', second!)).status).toBe(204)
  expect(await begin(19_999_996)).toMatchObject(busy)
  expect((await begin(19_999_995)).status).toBe(201)
  expect(await sender(port, kit).begin(10_000_001)).toMatchObject(busy)
  expect((await sender(port, kit).begin(10_000_000)).status).toBe(201)
  expect((await ask('DELETE', third!)).status).toBe(204)
  expect(lying()).toHaveLength(4)
})

test('a file for which the disk has no room is not begun', async () => {
  close()
  ;({ port, close } = await serveUploads({ folder, finish, limits: { ...limits, spare: Number.MAX_SAFE_INTEGER } }))
  expect(await sender(port, nadia).begin(5)).toMatchObject({
    status: 503,
    json: { message: expect.stringMatching('disk') },
  })
  expect(lying()).toEqual([])
})

test('names are cleaned, and what is no place of another file is refused', async () => {
  const { begin, patch, ask } = sender(port, nadia)
  const name = `C:\\fakepath\\../\u202egnp.\u0000${'é'.repeat(300)}`
  const path = String((await begin(5, { filename: name, filetype: 'text/html', person: 'kit' })).headers.location)
  await patch(path, 0, 'bytes')
  expect(arrived).toMatchObject([{ name: `gnp.${'é'.repeat(196)}`, by: 'nadia' }])
  for (const replaces of ['gate', '../gate.1', 'gate.-1'])
    expect((await begin(5, { filename: 'a', replaces })).status).toBe(422)
  const bare = await ask('POST', '/api/uploads', { 'upload-length': 5 })
  await patch(String(bare.headers.location), 0, 'bytes')
  expect(arrived[1]!.name).toBe('Untitled')
  const proto = metadata({ filename: 'a', constructor: 'b' })
  expect(
    (await ask('POST', '/api/uploads', { 'upload-length': 5, 'upload-metadata': `__proto__ eA==,${proto}` })).status,
  ).toBe(201)
})

test('a file says in whose place it is to come, and which version was on screen', async () => {
  const { begin, patch } = sender(port, nadia)
  const path = String((await begin(5, { filename: 'a.jpg', replaces: 'gate.7' })).headers.location)
  expect((await patch(path, 0, 'bytes')).status).toBe(200)
  expect(arrived).toMatchObject([{ replaces: { id: 'gate', seen: 7 } }])
})

test('one that is broken off leaves nothing', async () => {
  const { begin, patch, ask } = sender(port, nadia)
  const path = String((await begin(10)).headers.location)
  await patch(path, 0, 'bytes')
  expect((await ask('DELETE', path)).status).toBe(204)
  expect(lying()).toEqual([])
  expect((await patch(path, 5, 'bytes')).status).toBe(404)
})

test('a note beside a file that was cut off hinders nobody', async () => {
  const { begin } = sender(port, nadia)
  await writeFile(join(folder, 'abcdefghijkl.json'), '{"id":"abc')
  expect((await begin(5)).status).toBe(201)
  expect((await sender(port, nadia).ask('HEAD', '/api/uploads/abcdefghijkl')).status).toBe(404)
})

test('what is remembered stands apart, and says who may hear it', async () => {
  const { begin, patch } = sender(port, nadia)
  const path = String((await begin(5)).headers.location)
  await patch(path, 0, 'bytes')
  expect(remembered()).toEqual([`${path.slice(-12)}.json`])
  expect(readdirSync(join(folder, '.parts'))).toEqual([])
})
