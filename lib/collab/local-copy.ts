import * as Y from 'yjs'

import { sameSince, schemaVersion } from '#lib/story/document/nodes'

const STORE = 'updates'

/** Rows after which they are made one. */
const MOST = 500

/** A person's copy of a story in this browser; other versions of the document have copies of their own. */
export const copyName = (personId: string, storyId: string, schema = schemaVersion) =>
  `stet:${schema}:${personId}:${storyId}`

/** Copies that pages of earlier versions kept, and that may hold what no server ever got. */
export const olderCopies = (personId: string, storyId: string) =>
  Array.from({ length: schemaVersion - sameSince }, (_, i) => copyName(personId, storyId, sameSince + i))

export type LocalCopy = NonNullable<ReturnType<typeof keepLocally>>

/** Whether all of the document is in it; `broken` where it never will be, as on a full disk. */
export type Kept = 'keeping' | 'kept' | 'broken'

type Told = {
  /** What was kept is back in the document. */
  loaded: () => void
  /** All of the document is kept, or can no longer be: see `state`. */
  kept: () => void
}

/**
 * Keeps the document in the browser's database too, and brings back what is there. Each edit is committed as it is made:
 * y-indexeddb leaves that to the browser's next turn, and a page closed while someone typed lost the last letters.
 * @param older names of copies whose text comes back too; they stay until all is erased, as a page may still write there
 * @returns undefined where there is no such database
 */
export function keepLocally(name: string, older: string[], ydoc: Y.Doc, { loaded, kept }: Told) {
  if (typeof indexedDB === 'undefined') return undefined
  const origin = { localCopy: name }
  let opened: IDBDatabase | undefined
  let loadedOnce = false
  let waiting: Uint8Array[] = []
  let writing = 0
  let rows = 0
  let broken = false
  let closed = false

  const fail = () => {
    broken = true
    kept()
  }

  function write(work: (store: IDBObjectStore) => void) {
    if (!opened || broken) return
    try {
      const transaction = opened.transaction(STORE, 'readwrite')
      writing += 1
      transaction.onabort = fail
      transaction.oncomplete = () => {
        writing -= 1
        if (writing === 0) kept()
      }
      work(transaction.objectStore(STORE))
    } catch {
      // Another page has erased the copy, and with it this page's way to it.
      fail()
    }
  }

  function keep(update: Uint8Array, from: unknown) {
    if (from === origin) return
    if (!loadedOnce) return void waiting.push(update)
    write((store) => {
      store.add(update)
      store.transaction.commit()
    })
    rows += 1
    if (rows > MOST) makeOne()
  }

  /** Of all rows: another page may have added some that this document does not have. */
  function makeOne() {
    rows = 1
    write((store) => {
      const read = store.getAll()
      read.onsuccess = () => {
        const whole = new Y.Doc()
        applyAll(whole, read.result)
        store.clear()
        store.add(Y.encodeStateAsUpdate(whole))
      }
    })
  }

  async function load(database: IDBDatabase) {
    opened = database
    // Another page erases the copy, and with it what only this page had written into it.
    database.onversionchange = () => {
      database.close()
      fail()
    }
    const updates: Uint8Array[] = await settled(database.transaction(STORE).objectStore(STORE).getAll())
    loadedOnce = true
    rows = updates.length
    // What was typed while it loaded is written even when the page is left by now.
    for (const update of waiting) keep(update, undefined)
    waiting = []
    if (closed) return
    applyAll(ydoc, updates, origin)
    const before = (await Promise.all(older.map(readCopy))).flat()
    if (closed) return
    // As if typed now: it is kept in this copy, and sent.
    applyAll(ydoc, before)
    loaded()
  }

  const opening = open(name).then(load).catch(fail)
  ydoc.on('update', keep)

  async function close() {
    closed = true
    ydoc.off('update', keep)
    await opening
    // What is being written is written first.
    opened?.close()
  }

  return {
    /** What its transactions have as origin. */
    origin: origin as unknown,
    state: (): Kept => (broken ? 'broken' : loadedOnce && writing === 0 ? 'kept' : 'keeping'),
    close,
    /** Resolves when it is gone. */
    async erase() {
      await close()
      for (const each of [name, ...older]) await settled(indexedDB.deleteDatabase(each))
    },
  }
}

function applyAll(ydoc: Y.Doc, updates: Uint8Array[], origin?: unknown) {
  ydoc.transact(() => {
    for (const update of updates) Y.applyUpdate(ydoc, update, origin)
  }, origin)
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE, { autoIncrement: true })
  return settled(request)
}

/** What a copy holds; nothing where there is none, and none is made. */
async function readCopy(name: string): Promise<Uint8Array[]> {
  const request = indexedDB.open(name)
  request.onupgradeneeded = () => request.transaction?.abort()
  const database = await settled(request).catch(() => undefined)
  if (!database) return []
  const updates: Uint8Array[] = await settled(database.transaction(STORE).objectStore(STORE).getAll())
  database.close()
  return updates
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
