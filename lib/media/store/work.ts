import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { config } from '#lib/config'

import { unlessGone } from './full'

const day = 86_400_000

/** Where files lie while something is made of them: beside the database, as /tmp may be small, or in memory. */
export const workFolder = () => join(/* turbopackIgnore: true */ config().data, 'work')

/**
 * Gives work a folder of its own, which is gone when it has ended.
 * @param root where; it is made when it is not there
 * @param name what the folder's name begins with
 */
export async function inFolder<Made>(
  root: string,
  name: string,
  work: (folder: string) => Promise<Made>,
): Promise<Made> {
  await mkdir(root, { recursive: true })
  const folder = await mkdtemp(join(root, `${name}-`))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Deletes folders in which nothing was done for a day: their process was killed, and a film's may hold gigabytes. */
export async function sweepWork(root: string, now: Date): Promise<void> {
  for (const name of (await readdir(root).catch(unlessGone)) ?? []) {
    const folder = join(root, name)
    const found = await stat(folder).catch(unlessGone)
    if (found && found.mtimeMs < now.getTime() - day) await rm(folder, { recursive: true, force: true })
  }
}
