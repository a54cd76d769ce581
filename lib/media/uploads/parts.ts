import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { config } from '#lib/config'
import { sweep } from '#lib/media/store/durable'
import { unlessGone } from '#lib/media/store/full'

import { keptFor } from './limits'

/** Apart from the store: nothing that is on its way is ever seen there. */
export const uploadsFolder = () => join(/* turbopackIgnore: true */ config().data, 'uploads')

/** Where results stand while they are remembered, and what is written of them. */
export const resultsOf = (folder: string) => join(folder, 'results')
export const scratchOf = (folder: string) => join(folder, '.parts')

/** What stands beside the bytes, as the library for tus writes it. */
const Sidecar = z
  .object({
    id: z.string(),
    size: z.number(),
    metadata: z.object({
      person: z.string(),
      name: z.string(),
      replaces: z.string().optional(),
    }),
    creation_date: z.coerce.date(),
  })
  .transform(({ id, size, metadata, creation_date }) => ({ id, size, ...metadata, begunAt: creation_date }))

/** A file that is on its way, of `size` bytes when it is whole. */
export type Part = z.infer<typeof Sidecar>

export async function findPart(folder: string, id: string): Promise<Part | undefined> {
  const text = await readFile(join(folder, `${id}.json`), 'utf8').catch(unlessGone)
  return text === undefined ? undefined : Sidecar.safeParse(parse(text)).data
}

/** One that was cut off, by a power cut or a full disk, tells nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export async function listParts(folder: string): Promise<Part[]> {
  const names = (await readdir(folder).catch(unlessGone)) ?? []
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5))
  const parts = await Promise.all(ids.map((id) => findPart(folder, id)))
  return parts.filter((part) => part !== undefined)
}

export async function removePart(folder: string, id: string): Promise<void> {
  // The bytes last: without the other they belong to nobody, and the next tidying takes them.
  for (const name of [`${id}.json`, id]) await rm(join(folder, name), { force: true })
}

/** Deletes what was begun more than a day ago, results as old, and whatever a killed process left of either. */
export async function forgetUploads(folder: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor)
  for (const { id, begunAt } of await listParts(folder)) if (begunAt < before) await removePart(folder, id)
  for (const some of [folder, resultsOf(folder), scratchOf(folder)]) await sweep(some, before)
}
