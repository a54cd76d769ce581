import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'

import { s3Double } from '#lib/testing/s3-double'

import { s3Store } from './s3'
import type { S3Settings } from './s3-request'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** The double, and a store that is as impatient as a test. @param deadline milliseconds that it waits for an answer */
async function open(change: Partial<S3Settings> = {}, now?: () => Date, deadline = 300) {
  const double = await s3Double(now)
  closing.push(double.close)
  const store = s3Store({ ...double.settings, ...change }, { tries: 3, pause: 1, deadline })
  return { ...double, store, put: (bytes = 'x') => store.put('ab/c', Buffer.from(bytes), 'image/webp') }
}

test.each<[string, Partial<S3Settings>, string]>([
  ['a wrong secret', { secretAccessKey: 'another' }, '403 SignatureDoesNotMatch'],
  ['an unknown key', { accessKeyId: 'another' }, '403 InvalidAccessKeyId'],
  ['another region', { region: 'eu-test-2' }, '403 AuthorizationHeaderMalformed'],
  ['a bucket that is not there', { bucket: 'another' }, '404 NoSuchBucket'],
])('with %s nothing is kept, read or listed, and what is wrong is told', async (_, change, said) => {
  const { store, put, files } = await open(change)
  await expect(put()).rejects.toThrow(`The store answered ${said} to PUT.`)
  await expect(store.get('ab/c')).rejects.toThrow(said)
  await expect(store.list('', '', 10)).rejects.toThrow(said)
  await expect(store.removeAll('ab/')).rejects.toThrow(said)
  expect(files.size).toBe(0)
})

test('the double refuses what is not signed, and what was signed a while ago', async () => {
  const { settings, files } = await open()
  const address = `${settings.endpoint}/${settings.bucket}/ab/c`
  expect((await fetch(address, { method: 'PUT', body: 'x' })).status).toBe(403)
  expect(files.size).toBe(0)
  const late = await open({}, () => new Date(Date.now() + 16 * 60_000))
  await expect(late.put()).rejects.toThrow('RequestTimeTooSkewed')
  const early = await open({}, () => new Date(Date.now() + 14 * 60_000))
  await early.put()
  expect(early.files.size).toBe(1)
})

test('all of it is under the prefix, with its type, and keys are told without it', async () => {
  const { store, put, files } = await open({ prefix: 'media/paper' })
  files.set('media/paper2/ab/else', { bytes: Buffer.from('x'), type: '' })
  await put()
  expect(files.get('media/paper/ab/c')?.type).toBe('image/webp')
  expect((await store.get('ab/c'))?.type).toBe('image/webp')
  expect(await store.list('', '', 10)).toEqual(['ab/c'])
})

test.each([[503], [429], ['cut'], ['lost'], ['silence']] as const)('after %s it asks again', async (fault) => {
  const { put, files, faults, store, asked } = await open()
  faults.push(fault, fault)
  await put('kept')
  expect(files.get('ab/c')?.bytes.toString()).toBe('kept')
  faults.push(fault)
  expect((await buffer((await store.get('ab/c'))!.stream)).toString()).toBe('kept')
  expect(asked).toHaveLength(5)
})

test('it asks three times and no more', async () => {
  const { put, faults, asked } = await open()
  faults.push(500, 500, 502, 500)
  await expect(put()).rejects.toThrow('The store answered 502 Fault to PUT.')
  faults.splice(0, 1, 'silence', 'cut', 'cut')
  await expect(put()).rejects.toThrow('The store did not answer to PUT.')
  expect(asked).toHaveLength(6)
})

test('where the service has no room, whoever sends is told', async () => {
  const { put, faults } = await open()
  faults.push(507)
  await expect(put()).rejects.toMatchObject({
    name: 'Refusal',
    reason: 'busy',
    message: expect.stringContaining('full'),
  })
})

const large = randomBytes(17_000_000)
const patient = () => open({}, undefined, 5000)

test('many parts are sent one by one; of one that fails for good nothing stays', async () => {
  const { store, files, uploads, asked } = await patient()
  await store.put('ab/film', large, 'video/mp4')
  expect(asked.map((line) => line.split(' ')[0])).toEqual(['POST', 'PUT', 'PUT', 'PUT', 'POST'])
  expect(files.get('ab/film')).toMatchObject({ type: 'video/mp4' })

  const failing = await patient()
  failing.faults.push('none', 'none', 500, 500, 500)
  const ask = failing.store.put('ab/film', large, 'video/mp4')
  await expect(ask).rejects.toThrow('500 Fault to PUT')
  expect([failing.files.size, failing.uploads.size, uploads.size]).toEqual([0, 0, 0])
})

test('an answer to the last step that was lost is no failure', async () => {
  const { store, files, faults } = await open()
  faults.push('none', 'none', 'none', 'none', 'lost')
  await store.put('ab/film', large, 'video/mp4')
  expect(files.get('ab/film')?.bytes.equals(large)).toBe(true)
})

test('a file that cannot be read is not kept', async () => {
  const { store, files } = await open()
  await expect(store.put('ab/c', '/nowhere/at/all', 'image/webp')).rejects.toThrow('ENOENT')
  expect(files.size).toBe(0)
})

test('a copy that breaks off leaves no file', async () => {
  const { store, put, files } = await open()
  const folder = mkdtempSync(join(tmpdir(), 'stet-copy-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  await put()
  files.get('ab/c')!.bytes = large
  writeFileSync(join(folder, 'file'), '')
  await expect(store.fetchTo('ab/c', join(folder, 'file', 'below'))).rejects.toThrow('ENOTDIR')
  expect(readdirSync(folder)).toEqual(['file'])
})

test('of a file that is let go before it is read, the connection is let go', async () => {
  const { store, files, sending } = await open()
  files.set('ab/film', { bytes: large, type: 'video/mp4' })
  const found = await store.get('ab/film')
  await expect.poll(sending).toBe(1)
  found!.stream.destroy()
  await expect.poll(sending).toBe(0)
})

test('more keys than are named at once are listed and removed all the same', async () => {
  const { store, files, asked } = await open()
  for (let number = 0; number < 1100; number += 1)
    files.set(`ab/${String(number).padStart(4, '0')}`, { bytes: Buffer.from('x'), type: '' })
  expect(await store.list('ab/', '', 1050)).toHaveLength(1050)
  expect(await store.list('ab/', 'ab/1049', 1050)).toHaveLength(50)
  expect(asked).toHaveLength(3)
  await store.removeAll('ab/')
  expect(files.size).toBe(0)
})
