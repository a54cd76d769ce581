import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { s3Double } from '#lib/testing/s3-double'
import { startS3rver } from '#lib/testing/s3rver'

import { diskStore } from './disk'
import { s3Store } from './s3'
import type { MediaStore, Range } from './store'

const scratch = mkdtempSync(join(tmpdir(), 'stet-store-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const opened: Record<string, () => Promise<{ store: MediaStore; close?: () => unknown }>> = {
  'the disk': async () => ({ store: diskStore(join(scratch, 'media')) }),
  'our double of S3': async () => {
    const { settings, close } = await s3Double()
    return { store: s3Store({ ...settings, prefix: 'a/paper' }), close }
  },
  s3rver: async () => {
    const { settings, close } = await startS3rver()
    return { store: s3Store(settings), close }
  },
}

describe.each(Object.keys(opened))('in %s', (name) => {
  let store: MediaStore
  let close: (() => unknown) | undefined
  // It takes 0-0 for the whole, breaks off at a part of an empty file and at one that is removed meanwhile, and lists
  // files in the order of its folders.
  const rightHere = test.skipIf(name === 's3rver')
  beforeAll(async () => {
    ;({ store, close } = await opened[name]!())
  })
  afterAll(() => close?.())

  const put = (key: string, bytes: Buffer | string) => store.put(key, Buffer.from(bytes), 'image/avif')
  const text = async (key: string, range?: Range) => {
    const found = await store.get(key, range)
    return found && { text: (await buffer(found.stream)).toString(), size: found.size, range: found.range }
  }

  test('what was put is there, byte for byte, with its size', async () => {
    const bytes = randomBytes(100_000)
    await put('round/640.avif', bytes)
    const found = await store.get('round/640.avif')
    expect(found!.size).toBe(100_000)
    expect((await buffer(found!.stream)).equals(bytes)).toBe(true)
    expect(await store.size('round/640.avif')).toBe(100_000)
  })

  test('a file is put as its bytes are', async () => {
    const path = join(scratch, 'sent')
    await writeFile(path, 'from a file')
    await store.put('file/one', path, 'text/plain')
    expect(await text('file/one')).toEqual({ text: 'from a file', size: 11, range: undefined })
  })

  test('one of many parts is whole, from the disk and from memory', async () => {
    const bytes = randomBytes(20_000_000)
    const path = join(scratch, 'large')
    await writeFile(path, bytes)
    for (const source of [path, bytes]) {
      await store.put('large/film', source, 'video/mp4')
      expect(await store.size('large/film')).toBe(20_000_000)
      expect((await buffer((await store.get('large/film'))!.stream)).equals(bytes)).toBe(true)
      await store.remove('large/film')
    }
  })

  test('an empty one is there, too', async () => {
    await put('empty/one', '')
    expect(await text('empty/one')).toEqual({ text: '', size: 0, range: undefined })
  })

  rightHere('of an empty one no part is there, of any other the first sign', async () => {
    await put('empty/one', '')
    await put('range/digits', '0123456789')
    expect(await text('empty/one', { from: 0 })).toEqual({ text: '', size: 0, range: undefined })
    expect(await text('range/digits', { from: 0, to: 0 })).toEqual({ text: '0', size: 10, range: { from: 0, to: 0 } })
  })

  test.each<[Range, string, object | undefined]>([
    [{ from: 2, to: 4 }, '234', { from: 2, to: 4 }],
    [{ from: 0, to: 1 }, '01', { from: 0, to: 1 }],
    [{ from: 7 }, '789', { from: 7, to: 9 }],
    [{ from: 7, to: 90 }, '789', { from: 7, to: 9 }],
    [{ last: 3 }, '789', { from: 7, to: 9 }],
    [{ last: 30 }, '0123456789', { from: 0, to: 9 }],
    [{ last: 0 }, '', undefined],
    [{ from: 10 }, '', undefined],
  ])('of ten digits %j is %j', async (range, digits, there) => {
    await put('range/digits', '0123456789')
    expect(await text('range/digits', range)).toEqual({ text: digits, size: 10, range: there })
  })

  test('what is not there has no bytes, no part, no size and no copy, and is removed without a word', async () => {
    expect(await store.get('none/there')).toBeUndefined()
    expect(await store.get('none/there', { from: 1 })).toBeUndefined()
    expect(await store.get('none/there', { last: 1 })).toBeUndefined()
    expect(await store.size('none/there')).toBeUndefined()
    expect(await store.fetchTo('none/there', join(scratch, 'none'))).toBeUndefined()
    await store.remove('none/there')
    await store.removeAll('none/')
  })

  test('another put by the same key replaces it', async () => {
    await put('same/one', 'the first, which is longer')
    await put('same/one', 'second')
    expect(await text('same/one')).toMatchObject({ text: 'second', size: 6 })
  })

  test('an encoder gets a file on this disk', async () => {
    await put('fetch/one', 'for the encoder')
    const path = await store.fetchTo('fetch/one', join(scratch, `copy of ${name}`))
    expect(await readFile(path!, 'utf8')).toBe('for the encoder')
  })

  test('what is removed is gone, and its neighbour is not', async () => {
    await put('gone/one', '1')
    await put('gone/two', '2')
    await store.remove('gone/one')
    expect(await store.size('gone/one')).toBeUndefined()
    expect(await text('gone/two')).toMatchObject({ text: '2' })
    await store.remove('gone/two')
    await put('gone/one', 'again')
    expect(await text('gone/one')).toMatchObject({ text: 'again' })
  })

  test('all of a folder is removed, and nothing that only begins alike', async () => {
    for (const key of ['all/1', 'all/deep/2', 'all-else/3', 'all2/4']) await put(key, key)
    await store.removeAll('all/')
    expect(await store.list('all', '', 10)).toEqual(['all-else/3', 'all2/4'])
    for (const folder of ['all-else', '', '/', '../'])
      await expect(async () => store.removeAll(folder)).rejects.toThrow(/slash|name/)
  })

  rightHere('keys are listed in the order of their signs, page by page, under a prefix', async () => {
    const keys = ['list-0/x', 'list/A', 'list/a-b', 'list/a.b', 'list/a/1', 'list/a/2', 'list/a0', 'list/b', 'list0/x']
    for (const key of keys.toReversed()) await put(key, key)
    expect(await store.list('list', '', 20)).toEqual(keys)
    const paged: string[] = []
    for (let after = ''; ; after = paged.at(-1)!) {
      const page = await store.list('list', after, 2)
      paged.push(...page)
      if (page.length < 2) break
    }
    expect(paged).toEqual(keys)
    expect(await store.list('list/', '', 20)).toEqual(keys.slice(1, -1))
    expect(await store.list('list/a/', 'list/a/1', 20)).toEqual(['list/a/2'])
    expect(await store.list('list/', 'list/a/9', 1)).toEqual(['list/a0'])
    expect(await store.list('nothing', '', 20)).toEqual([])
    expect(await store.list('list', '', 0)).toEqual([])
  })

  test.each([
    '',
    'a',
    '/ab',
    'ab/',
    'ab//c',
    '../ab',
    'ab/../c',
    'ab/.c',
    '.ab',
    'ab..c',
    'ab c',
    'ab\0',
    'ä-b',
    'ab%2f',
    'x'.repeat(201),
  ])('nothing is kept by the name %j', async (key) => {
    await expect(async () => put(key, 'x')).rejects.toThrow('Not the name')
    await expect(async () => store.get(key)).rejects.toThrow('Not the name')
    await expect(async () => store.remove(key)).rejects.toThrow('Not the name')
  })

  rightHere('readers of one that is replaced or removed meanwhile get what they began', async () => {
    const bytes = randomBytes(3_000_000)
    await put('busy/one', bytes)
    const found = await store.get('busy/one')
    await put('busy/one', 'another')
    await store.remove('busy/one')
    expect((await buffer(found!.stream)).equals(bytes)).toBe(true)
  })

  test('many put and removed in one folder at once are each there or not, as asked', async () => {
    const numbers = Array.from({ length: 20 }, (_, number) => number)
    await Promise.all(
      numbers.map(async (number) => {
        await put(`rush/${number}`, String(number))
        if (number % 2) await store.remove(`rush/${number}`)
      }),
    )
    const there = numbers.filter((number) => number % 2 === 0).map((number) => `rush/${number}`)
    expect(await store.list('rush/', '', 100)).toEqual(there.sort())
  })
})
