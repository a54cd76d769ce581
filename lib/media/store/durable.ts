import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { diskFull, isFull, isGone, unlessGone } from './full'

/**
 * Puts a file in its place so that a power cut leaves it whole or not at all.
 * @param parts a folder on the same disk, for what is not whole yet
 * @param file a path, which may be gone afterwards, or the bytes
 * @throws Refusal `busy` when the disk is full; nothing of it is left then
 */
export async function place(parts: string, path: string, file: string | Buffer): Promise<void> {
  const part = join(parts, randomBytes(12).toString('hex'))
  try {
    await makeFolder(parts)
    if (typeof file === 'string') await take(file, part)
    else await writeFile(part, file, { mode: 0o600 })
    await sync(part)
    await moveTo(path, part)
  } catch (error) {
    await rm(part, { force: true })
    throw isFull(error) ? diskFull() : error
  }
}

/** Nothing of it is copied where both are on the same disk. */
async function take(file: string, part: string) {
  try {
    await rename(file, part)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(file, part)
  }
}

/** Whoever removes the last file of a folder removes the folder, too, perhaps just before something is put there. */
async function moveTo(path: string, part: string) {
  for (let tries = 1; ; tries += 1) {
    await makeFolder(dirname(path))
    try {
      await rename(part, path)
      return await sync(dirname(path))
    } catch (error) {
      if (!isGone(error) || tries === 5) throw error
    }
  }
}

async function makeFolder(folder: string) {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  // A new folder is there after a power cut only if the one that it stands in says so.
  for (let made = first && folder; made; made = made === first ? undefined : dirname(made)) await sync(dirname(made))
}

/** Waits until a file, or what a folder says of its files, is on the disk itself. */
export async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Deletes the files of a folder that were last written before a time: what was not finished. */
export async function sweep(folder: string, before: Date): Promise<void> {
  for (const name of (await readdir(folder).catch(unlessGone)) ?? []) {
    const found = await stat(join(folder, name)).catch(unlessGone)
    if (found?.isFile() && found.mtime < before) await rm(join(folder, name), { force: true })
  }
}
