import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** One open write: its connection, and what became of it so far. */
export type Open<C> = {
  on: C
  open: boolean
  /** The first failure inside; the write cannot be committed after it, though it was caught. */
  failure?: { error: unknown }
  joined: number
  after: (() => void)[]
}

/** What an engine does at the ends of a transaction; `on` is its connection. */
export type Ends<C> = {
  begin(): Promise<C>
  /** Waits for statements that were not awaited, so that their failure counts. */
  settle?(on: C): Promise<void>
  commit(on: C): Promise<void>
  rollback(on: C): Promise<void>
}

export type Writes<C> = ReturnType<typeof writes<C>>

/**
 * The rules of a write, the same on both engines. An AsyncLocalStorage says which write is open, so that `db` and `tx`
 * can be constants and prepared queries work in both.
 */
export function writes<C>() {
  const storage = new AsyncLocalStorage<Open<C>>()
  const current = () => {
    const write = storage.getStore()
    return write?.open ? write : undefined
  }

  async function join<T>(write: Open<C>, run: () => PromiseLike<T>): Promise<T> {
    write.joined += 1
    try {
      return await run()
    } catch (error) {
      write.failure ??= { error }
      throw error
    } finally {
      write.joined -= 1
    }
  }

  async function transact<T>(ends: Ends<C>, run: () => PromiseLike<T>): Promise<T> {
    const write: Open<C> = { on: await ends.begin(), open: true, joined: 0, after: [] }
    let result: T
    try {
      result = await storage.run(write, () => join(write, run))
      await ends.settle?.(write.on)
      if (write.failure) throw write.failure.error
      if (write.joined) throw new Error('A nested write was not awaited.')
      write.open = false
      await ends.commit(write.on)
    } catch (error) {
      write.open = false
      await ends.rollback(write.on)
      throw error
    }
    for (const run of write.after) announce(run)
    return result
  }

  return {
    /** The write that the caller stands in, while it is open. */
    current,
    join,
    transact,

    /** @throws when a `db` read is made inside a write: it would not see what the write has done */
    ensureOutside(): void {
      if (current()) throw new Error('Inside a write, read with its tx, not with db.')
    },

    /** @throws when a `tx` is used outside its write, or after a failure in it */
    ensureInside(): Open<C> {
      const write = current()
      if (!write) throw new Error('A tx can be used only inside its write, before that ends.')
      if (write.failure) throw new Error('The write has failed already.', { cause: write.failure.error })
      return write
    },

    afterCommit(run: () => void): void {
      const write = current()
      if (!write) throw new Error('afterCommit stands inside a write.')
      write.after.push(run)
    },
  }
}

/** The commit stands whatever a listener does, so its error must not look like the write's. */
function announce(run: () => void) {
  try {
    run()
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

/**
 * One at a time, first come first served, in the caller's async context.
 * SQLite's writes run in microtasks only: a queue of them would hold up everything else, so after every 5 ms of work
 * the event loop turns once.
 */
export function queue() {
  let last: Promise<void> = Promise.resolve()
  let worked = 0
  return async function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const before = last
    let leave = () => {}
    last = new Promise((resolve) => {
      leave = resolve
    })
    await before
    if (worked > 5) {
      await nextTurn()
      worked = 0
    }
    const start = performance.now()
    try {
      return await run()
    } finally {
      worked += performance.now() - start
      leave()
    }
  }
}
