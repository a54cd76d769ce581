import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { diskStore, sweepParts } from './disk'

const scratch = mkdtempSync(join(tmpdir(), 'stet-disk-store-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const open = (name: string) => ({ root: join(scratch, name), store: diskStore(join(scratch, name)) })

/** Every file below, by its path. */
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))

test('files stand in folders by the first two signs of their keys, for their owner alone', async () => {
  const { root, store } = open('folders')
  await store.put('k3x/640.avif', Buffer.from('x'), 'image/avif')
  expect((await stat(join(root, 'k3/k3x/640.avif'))).mode & 0o777).toBe(0o600)
  expect((await stat(root)).mode & 0o777).toBe(0o700)
  expect(await store.fetchTo('k3x/640.avif', '/nowhere')).toBe(join(root, 'k3/k3x/640.avif'))
})

test('a folder that holds nothing any more is removed', async () => {
  const { root, store } = open('empty')
  for (const key of ['k3x/a', 'k3x/deep/b', 'k3y/c']) await store.put(key, Buffer.from('x'), 'image/avif')
  await store.remove('k3x/deep/b')
  expect(await readdir(join(root, 'k3/k3x'))).toEqual(['a'])
  await store.remove('k3x/a')
  expect(await readdir(join(root, 'k3'))).toEqual(['k3y'])
  await store.remove('k3y/c')
  expect(await readdir(root)).toEqual(['.parts'])
})

test('what was begun is never listed, and deleted a day later', async () => {
  const { root, store } = open('parts')
  await mkdir(join(root, '.parts'), { recursive: true })
  for (const name of ['killed', 'under-way']) await writeFile(join(root, '.parts', name), 'x')
  const now = new Date()
  await utimes(join(root, '.parts/killed'), now, new Date(now.getTime() - 86_400_001))
  expect(await store.list('', '', 10)).toEqual([])
  await sweepParts(root, now)
  expect(await readdir(join(root, '.parts'))).toEqual(['under-way'])
  await sweepParts(join(root, 'not-there'), now)
})

test('nothing of a file on the same disk is copied', async () => {
  const { root, store } = open('moved')
  const path = join(scratch, 'made')
  await writeFile(path, 'x')
  const { ino } = await stat(path)
  await store.put('k3x/a', path, 'image/avif')
  expect((await stat(join(root, 'k3/k3x/a'))).ino).toBe(ino)
})

test('a source that fails leaves nothing', async () => {
  const { root, store } = open('failed')
  await expect(store.put('k3x/a', '/nowhere/at/all', 'image/avif')).rejects.toThrow('ENOENT')
  expect(files(root)).toEqual([])
})

test('a full disk is told in words, keeps what is there and leaves no half file', async ({ skip }) => {
  const root = mkdtempSync(join(tmpdir(), 'stet-full-'))
  if (
    process.platform !== 'linux' ||
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', root]).status !== 0
  ) {
    rmSync(root, { recursive: true })
    skip('a disk of its own may not be made here')
  }
  try {
    const store = diskStore(root)
    const path = join(scratch, 'three-megabytes')
    await writeFile(path, Buffer.alloc(3_000_000))
    const small = join(scratch, 'of-another-disk')
    await writeFile(small, 'x')
    await store.put('k3x/small', small, 'image/avif')
    expect(await store.size('k3x/small')).toBe(1)
    await store.remove('k3x/small')
    await store.put('k3x/a', Buffer.alloc(1_000_000, 'a'), 'image/avif')
    for (const source of [path, Buffer.alloc(3_000_000)])
      await expect(store.put('k3x/a', source, 'image/avif')).rejects.toMatchObject({
        name: 'Refusal',
        reason: 'busy',
        message: expect.stringContaining('The disk is full'),
      })
    expect(files(root)).toEqual(['a'])
    expect(await store.size('k3x/a')).toBe(1_000_000)
    await store.put('k3x/b', Buffer.alloc(500_000), 'image/avif')
  } finally {
    spawnSync('umount', ['-l', root])
    rmSync(root, { recursive: true })
  }
})
