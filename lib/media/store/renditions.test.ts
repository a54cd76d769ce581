import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'

import { diskStore } from './disk'
import type { Encoders } from './encoders'
import { makeRenditions, renditionKey, type Wanted } from './renditions'

const folder = mkdtempSync(join(tmpdir(), 'stet-renditions-'))
afterAll(() => rmSync(folder, { recursive: true }))
const store = diskStore(join(folder, 'store'))
const work = join(folder, 'work')
const wanted: Wanted = { file: 'abc', crop: undefined, width: 640, format: 'avif', graphic: false, credit: '' }

function encoding(before = async () => {}) {
  let made = 0
  const encode: Encoders['encode'] = async (job) => {
    made += 1
    await before()
    await writeFile(job.to, `made ${made}`)
    return { width: 640, height: 1, bytes: 6 }
  }
  return { made: () => made, renditions: makeRenditions({ store, encoders: { encode, stop() {} }, work }) }
}

test('asked for by many at once it is made once, and kept', async () => {
  await store.put('abc/master', Buffer.from('pixels'), 'image/jpeg')
  const { made, renditions } = encoding()
  const found = await Promise.all(Array.from({ length: 20 }, () => renditions.get(wanted, 'reader')))
  const texts = await Promise.all(found.map(async (one) => (await buffer(one!.stream)).toString()))
  expect([new Set(texts), made()]).toEqual([new Set(['made 1']), 1])
  const again = encoding()
  expect((await buffer((await again.renditions.get(wanted, 'reader'))!.stream)).toString()).toBe('made 1')
  expect([again.made(), readdirSync(work)]).toEqual([0, []])
})

test('one that fails is made anew for who asks next, and leaves nothing', async () => {
  const failing = encoding(() => Promise.reject(new Error('killed')))
  const other = { ...wanted, width: 320 as const }
  await expect(failing.renditions.get(other, 'reader')).rejects.toThrow('killed')
  expect([await store.size(renditionKey(other)), readdirSync(work)]).toEqual([undefined, []])
  expect(await encoding().renditions.get(other, 'reader')).toBeDefined()
})

test('of a picture that is gone nothing is made; of one that goes meanwhile nothing is kept', async () => {
  const { made, renditions } = encoding(() => store.removeAll('abc/'))
  expect([await renditions.get({ ...wanted, file: 'none' }, 'reader'), made()]).toEqual([undefined, 0])
  expect(await renditions.get({ ...wanted, width: 960 }, 'reader')).toBeUndefined()
  expect(await store.list('abc/', '', 9)).toEqual([])
})

test('a large file of a picture whose credit was changed is made anew; a small one, which has none in it, stays', async () => {
  await store.put('abc/master', Buffer.from('pixels'), 'image/jpeg')
  const { made, renditions } = encoding()
  for (const credit of ['A name', '', 'A name', 'Another']) {
    await renditions.get({ ...wanted, width: 1280, credit }, 'reader')
    await renditions.get({ ...wanted, width: 480, credit }, 'reader')
  }
  expect(made()).toBe(4)
})
