import * as Y from 'yjs'

import { newId } from '#lib/id'
import { type StoryDocument, sameSince } from '#lib/story/document/nodes'
import { upgrade } from '#lib/story/document/upgrade'

import { eraseCopies, listCopies, readCopy, settled } from './copies'
import { readable } from './readable'

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
export async function keepRecovered(person: string, story: string, why: Recovered['why'], ydoc: Y.Doc): Promise<void> {
  const recovered: Recovered = { id: newId(), story, at: Date.now(), why, ...readable(ydoc) }
  await within(person, 'readwrite', (texts) => texts.put(recovered))
}

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

/**
 * Of a story's copies that are of versions which this one's documents are not: what was never sent becomes a recovered
 * text, then they go.
 */
export async function recoverOlder(person: string, story: string, since = sameSince): Promise<void> {
  for (const { name, schema, unsent } of await listCopies(person, story)) {
    if (schema >= since) continue
    const updates = unsent ? (await readCopy(name))?.updates : undefined
    if (updates?.length) {
      const ydoc = new Y.Doc()
      ydoc.transact(() => {
        for (const update of updates) Y.applyUpdate(ydoc, update)
      })
      await keepRecovered(person, story, 'older', ydoc)
    }
    await eraseCopies([name])
  }
}

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
