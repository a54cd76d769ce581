import * as Y from 'yjs'

import { eraseCopies, FACTS, openCopy, readAll, readCopy, UNSENT_FIELDS, UPDATES } from '#lib/device/copies'

/** Rows after which they are made one. */
const MOST = 500

/** Whether all of the document is in it; `broken` where it never will be, as on a full disk. */
export type Kept = 'keeping' | 'kept' | 'broken'

type Told = {
  /** What was kept is back in the document. */
  loaded: () => void
  /** All of the document is kept, or can no longer be: see `state`. */
  kept: () => void
  /** Whether a change with this origin comes from the server, which so has it. */
  known?: (origin: unknown) => boolean
  /** What lists call the story. */
  headline?: () => string
}

/**
 * Keeps the document in the browser's database too, and brings back what is there. Each edit is committed as it is made:
 * y-indexeddb leaves that to the browser's next turn, and a page closed while someone typed lost the last letters. With
 * it goes a note that the server does not have it yet, under this page's own name, as several may write into one copy.
 * @param older names of copies whose text comes back too; they stay until all is erased, as a page may still write there
 * @returns undefined where there is no such database
 */
export function keepLocally(name: string, older: string[], ydoc: Y.Doc, told: Told) {
  if (typeof indexedDB === 'undefined') return undefined
  const { loaded, kept, known = () => false, headline = () => '' } = told
  const origin = { localCopy: name }
  const unsent = `unsent:${ydoc.clientID}`
  let opened: IDBDatabase | undefined
  let loadedOnce = false
  let waiting: [Uint8Array, unknown][] = []
  let writing = 0
  let rows = 0
  let typed = 0
  let noted: unknown
  // Notes that all now in the document is sent answers for, with what they said.
  const owed = new Map<string, unknown>()
  const took = new Map<string, number>()
  let broken = false
  let closed = false

  const fail = () => {
    broken = true
    kept()
  }

  function write(work: (updates: IDBObjectStore, facts: IDBObjectStore) => void) {
    if (!opened || broken) return
    try {
      const transaction = opened.transaction([UPDATES, FACTS], 'readwrite')
      writing += 1
      transaction.onabort = fail
      transaction.oncomplete = () => {
        writing -= 1
        if (writing === 0) kept()
      }
      work(transaction.objectStore(UPDATES), transaction.objectStore(FACTS))
    } catch {
      // Another page has erased the copy, and with it this page's way to it.
      fail()
    }
  }

  function keep(update: Uint8Array, from: unknown) {
    if (from === origin) return
    if (!loadedOnce) return void waiting.push([update, from])
    const own = !known(from)
    if (own) {
      typed += 1
      owed.set(unsent, typed)
    }
    const words = headline()
    write((updates, facts) => {
      updates.add(update)
      if (words !== noted) facts.put(words, 'headline')
      noted = words
      if (own) {
        facts.put(typed, unsent)
        facts.put(Date.now(), 'at')
      }
      updates.transaction.commit()
    })
    rows += 1
    if (rows > MOST) makeOne()
  }

  /** Of all rows: another page may have added some that this document does not have. */
  function makeOne() {
    rows = 1
    write((updates) => {
      const read = updates.getAll()
      read.onsuccess = () => {
        const whole = new Y.Doc()
        applyAll(whole, read.result)
        updates.clear()
        updates.add(Y.encodeStateAsUpdate(whole))
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
    const { updates, facts } = await readAll(database)
    loadedOnce = true
    rows = updates.length
    noted = facts?.get('headline')
    for (const [key, value] of facts ?? []) if (key.startsWith('unsent:') && key !== UNSENT_FIELDS) owed.set(key, value)
    // What was typed while it loaded is written even when the page is left by now.
    for (const [update, from] of waiting) keep(update, from)
    waiting = []
    if (closed) return
    applyAll(ydoc, updates, origin)
    for (const before of older) {
      const read = await readCopy(before)
      if (closed) return
      if (!read || read.last <= Number(facts?.get(`took:${before}`) ?? 0)) continue
      // As if typed now: it is kept in this copy, and sent.
      applyAll(ydoc, read.updates)
      took.set(before, read.last)
    }
    loaded()
  }

  const opening = openCopy(name).then(load).catch(fail)
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
    /** Whether it holds what no server is known to have. */
    owes: () => owed.size + took.size > 0,
    /** The server has all that is in the document now. What another page typed since stays noted as unsent. */
    sent() {
      const notes = [...owed]
      const older = [...took]
      owed.clear()
      took.clear()
      if (notes.length + older.length === 0) return
      write((_, facts) => {
        for (const [key, value] of notes) {
          const read = facts.get(key)
          read.onsuccess = () => void (read.result === value && facts.delete(key))
        }
        for (const [before, last] of older) facts.put(last, `took:${before}`)
      })
    },
    close,
    /** Resolves when it is gone. */
    async erase() {
      await close()
      await eraseCopies([name, ...older])
    },
  }
}

function applyAll(ydoc: Y.Doc, updates: Uint8Array[], origin?: unknown) {
  ydoc.transact(() => {
    for (const update of updates) Y.applyUpdate(ydoc, update, origin)
  }, origin)
}
