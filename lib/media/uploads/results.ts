import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { isRefusal, type Refusal, statusOfRefusal } from '#lib/errors'
import { place } from '#lib/media/store/durable'
import { unlessGone } from '#lib/media/store/full'

import { resultsOf, scratchOf } from './parts'

/** What became of a file that arrived: what the library made of it, or why it did not take it. */
export type Result = { person: string; size: number; status: number; body: unknown }

export const refused = (refusal: Refusal) => ({
  status: statusOfRefusal(refusal),
  body: { reason: refusal.reason, message: refusal.message },
})

/** A refusal that stands, however often the same file is sent; one for want of room or time does not. */
export const stands = (error: unknown): error is Refusal => isRefusal(error) && error.reason !== 'busy'

const pathOf = (folder: string, id: string) => join(resultsOf(folder), `${id}.json`)

/** Remembers it for whoever did not hear the answer. */
export const keepResult = (folder: string, id: string, result: Result): Promise<void> =>
  place(scratchOf(folder), pathOf(folder, id), Buffer.from(JSON.stringify(result)))

export async function findResult(folder: string, id: string): Promise<Result | undefined> {
  const text = await readFile(pathOf(folder, id), 'utf8').catch(unlessGone)
  return text === undefined ? undefined : JSON.parse(text)
}

export const forgetResult = (folder: string, id: string): Promise<void> => rm(pathOf(folder, id), { force: true })
