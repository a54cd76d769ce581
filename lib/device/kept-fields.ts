import { FACTS, openCopy, readCopy, settled, UNSENT_FIELDS } from './copies'

export type FieldsCopy<Kept> = ReturnType<typeof keepFields<Kept>>

/**
 * Keeps what is typed into a story's fields in the browser, beside its text: they go to the server by requests of their
 * own, and one that fails must lose nothing.
 * @param older names of copies of before, of which the newest with fields is read where this one has none
 */
export function keepFields<Kept>(name: string, older: string[]) {
  let broken = typeof indexedDB === 'undefined'
  let database: Promise<IDBDatabase | undefined> | undefined
  let left = false
  let writes = Promise.resolve()

  const fail = () => {
    broken = true
    return undefined
  }
  const opened = () =>
    (database ??= broken
      ? Promise.resolve(undefined)
      : openCopy(name).then((made) => {
          // Erased, as when the text is begun again: what is written next goes into a new one.
          made.onversionchange = () => {
            made.close()
            database = undefined
          }
          return made
        }, fail))

  async function put(kept: Kept, owes: boolean) {
    const made = await opened()
    if (!made || broken) return
    const transaction = made.transaction(FACTS, 'readwrite')
    const facts = transaction.objectStore(FACTS)
    facts.put(kept, 'fields')
    if (owes) {
      facts.put(Date.now(), UNSENT_FIELDS)
      facts.put(Date.now(), 'at')
    } else facts.delete(UNSENT_FIELDS)
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }

  return {
    /** Whether nothing can be kept here, as on a full disk. */
    isBroken: () => broken,
    /** What was kept; undefined where nothing was. */
    async read(): Promise<Kept | undefined> {
      const made = await opened()
      if (!made || broken) return undefined
      const facts = () => made.transaction(FACTS, 'readwrite').objectStore(FACTS)
      const own = await settled(facts().get('fields')).catch(fail)
      if (own !== undefined) return own
      for (const before of [...older].reverse()) {
        const read = await readCopy(before).catch(() => undefined)
        const kept = read?.facts?.get('fields')
        if (kept === undefined || broken) continue
        // From now on this copy answers for them.
        const store = facts()
        store.put(kept, 'fields')
        if (read?.facts?.has(UNSENT_FIELDS)) {
          store.put(Date.now(), UNSENT_FIELDS)
          store.put(read.facts.get(UNSENT_FIELDS), `took-fields:${before}`)
        }
        return kept as Kept
      }
      return undefined
    },
    /** Keeps what is on the screen now. @param owes whether something of it is not on the server */
    write(kept: Kept, owes: boolean) {
      if (broken || left) return
      writes = writes.then(() => put(kept, owes)).catch(() => void fail())
    },
    /** Resolves when all is written. */
    async close() {
      left = true
      await writes
      const made = await database
      made?.close()
    },
  }
}
