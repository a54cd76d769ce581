import type { StoryDocument } from '#lib/story/document/nodes'
import { upgrade } from '#lib/story/document/upgrade'

import { eraseCopies, settled } from './copies'

/** A text that its document can send no more, kept as text: to be read, copied, or taken over into the story. */
export type Recovered = StoryDocument & {
  id: string
  story: string
  /** When it was recovered, in milliseconds. */
  at: number
  /** The server took it not, or it was written in a version of the document that is no more. */
  why: 'refused' | 'older'
}

const TEXTS = 'texts'
const nameOf = (person: string) => `stet-recovered:${person}`

/** @throws when the browser keeps nothing */
export const putRecovered = (person: string, text: Recovered) =>
  within(person, 'readwrite', (texts) => texts.put(text)).then(() => undefined)

/** A person's recovered texts, newest first. @param story of this one alone */
export async function listRecovered(person: string, story?: string): Promise<Recovered[]> {
  if (typeof indexedDB === 'undefined') return []
  const all = await within<Recovered[]>(person, 'readonly', (texts) => texts.getAll()).catch(() => [])
  const own = all.filter((one) => story === undefined || one.story === story)
  return own.map((one) => ({ ...one, ...upgrade(one) })).sort((a, b) => b.at - a.at)
}

/** Throws one away: it was taken over, or its writer has said so. */
export const forgetRecovered = (person: string, id: string) =>
  within(person, 'readwrite', (texts) => texts.delete(id)).then(() => undefined)

/** Throws all of a person’s away. */
export const forgetAllRecovered = (person: string) => eraseCopies([nameOf(person)])

async function within<T>(person: string, mode: IDBTransactionMode, work: (texts: IDBObjectStore) => IDBRequest<T>) {
  const request = indexedDB.open(nameOf(person), 1)
  request.onupgradeneeded = () => void request.result.createObjectStore(TEXTS, { keyPath: 'id' })
  const database = await settled(request)
  try {
    const transaction = database.transaction(TEXTS, mode)
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const [result] = await Promise.all([settled(work(transaction.objectStore(TEXTS))), done])
    return result
  } finally {
    database.close()
  }
}
