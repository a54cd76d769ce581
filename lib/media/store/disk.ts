import { open, readdir, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

import { place, sweep } from './durable'
import { isGone, unlessGone } from './full'
import { ensureFolder, ensureKey } from './keys'
import { resolveRange } from './range'
import type { Found, MediaStore, Range } from './store'

const day = 86_400_000
const partsOf = (root: string) => join(root, '.parts')

/** Files in folders by the first two signs of their keys: a folder with a hundred thousand is slow to list. */
export function diskStore(root: string): MediaStore {
  const parts = partsOf(root)
  const pathOf = (key: string) => {
    ensureKey(key)
    return join(root, key.slice(0, 2), key)
  }
  return {
    put: async (key, file) => place(parts, pathOf(key), file),
    get: async (key, range) => read(pathOf(key), range),
    size: async (key) => sizeOf(pathOf(key)),
    fetchTo: async (key) => ((await sizeOf(pathOf(key))) === undefined ? undefined : pathOf(key)),
    async remove(key) {
      const path = pathOf(key)
      await rm(path).catch(unlessGone)
      for (let folder = dirname(path); folder !== root; folder = dirname(folder)) if (!(await isEmptied(folder))) return
    },
    async removeAll(folder) {
      ensureFolder(folder)
      await rm(pathOf(folder.slice(0, -1)), { recursive: true, force: true })
    },
    async list(prefix, after, limit) {
      const keys: string[] = []
      if (limit > 0)
        for await (const key of walk(root, prefix, after)) {
          keys.push(key)
          if (keys.length === limit) break
        }
      return keys
    },
  }
}

/** Deletes what was begun more than a day ago and never finished: its process was killed. */
export const sweepParts = (root: string, now: Date): Promise<void> =>
  sweep(partsOf(root), new Date(now.getTime() - day))

async function read(path: string, asked: Range | undefined): Promise<Found | undefined> {
  const file = await open(path, 'r').catch(unlessGone)
  if (!file) return undefined
  const found = await file.stat()
  const { size } = found
  const range = asked && resolveRange(asked, size)
  if (found.isFile() && (range || !asked))
    return { stream: file.createReadStream(range && { start: range.from, end: range.to }), size, range }
  await file.close()
  return found.isFile() ? { stream: Readable.from([]), size } : undefined
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(unlessGone)
  return found?.isFile() ? found.size : undefined
}

/** Removes a folder that holds nothing any more. */
async function isEmptied(folder: string): Promise<boolean> {
  try {
    await rmdir(folder)
    return true
  } catch (error) {
    if (isGone(error) || ['ENOTEMPTY', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code))) return false
    throw error
  }
}

/** The keys with a prefix and after another, in order; folders that can hold none of them are not opened. */
async function* walk(root: string, prefix: string, after: string): AsyncGenerator<string> {
  const mayHold = (stem: string) =>
    (stem.startsWith(prefix) || prefix.startsWith(stem)) && (after < stem || after.startsWith(stem))
  async function* within(folder: string, stem: string): AsyncGenerator<string> {
    for (const name of await entries(folder)) {
      const key = `${stem}${name}`
      if (!name.endsWith('/')) {
        if (key.startsWith(prefix) && key > after) yield key
      } else if (mayHold(key)) yield* within(join(folder, name), key)
    }
  }
  for (const name of await entries(root)) {
    const first = name.slice(0, -1)
    if (name.endsWith('/') && !name.startsWith('.') && mayHold(first)) yield* within(join(root, first), '')
  }
}

/** Names in a folder, those of folders with a slash, in the order in which their keys stand. */
async function entries(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(unlessGone)
  return (found ?? []).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort()
}
