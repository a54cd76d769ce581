import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

import Connection from 'better-sqlite3'
import { max } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { Refusal } from '#lib/errors'

import { grouped } from './append'
import type { Db, Followed, Tx } from './types'
import { queue, writes } from './write'

/** How long a write waits for another process's, in milliseconds. */
const PATIENCE = 5000

/** Opens the file, made when it is absent: one connection that writes, one that can only read. */
export function openSqlite(file: string): Db {
  const writer = connect(file)
  const reader = new Connection(file, { readonly: true, timeout: 2000 })
  reader.pragma('cache_size = -8000')
  // A waiting SQLite blocks the event loop, so the writer never waits: `begin` below tries again.
  writer.pragma('busy_timeout = 0')

  const { current, join, transact, ensureInside, ensureOutside, afterCommit } = writes<Connection.Database>()
  const inTurn = queue()
  const outside = guarded(reader, (run) => {
    ensureOutside()
    return run()
  })
  const read = drizzle({ client: outside, casing: 'snake_case' })
  const client = guarded(writer, (run) => {
    const write = ensureInside()
    try {
      return run()
    } catch (error) {
      write.failure ??= { error }
      throw error
    }
  })
  const tx = drizzle({ client, casing: 'snake_case' }) as unknown as Tx

  const ends = {
    commit: async () => void writer.exec('commit'),
    rollback: async () => {
      // A full disk makes SQLite roll back by itself.
      if (writer.inTransaction) writer.exec('rollback')
    },
  }
  const commit = <T>(run: () => PromiseLike<T>) => {
    const until = performance.now() + PATIENCE
    return inTurn(() => transact({ begin: () => begin(writer, until), ...ends }, run))
  }
  const append = grouped(commit)
  const inside = <T>(run: () => PromiseLike<T>, alone: (run: () => PromiseLike<T>) => Promise<T>) => {
    const write = current()
    return write ? join(write, run) : alone(run)
  }

  return Object.assign(read as unknown as Db, {
    write: <T>(run: (tx: Tx) => PromiseLike<T>) => inside(() => run(tx), commit),
    append: <T>(run: (tx: Tx) => PromiseLike<T>) => inside(() => run(tx), append),
    afterCommit,
    follow: (column: AnyPgColumn) => {
      const query = (read as unknown as Db).select({ value: max(column) }).from(column.table)
      return followed(reader.prepare(query.toSQL().sql).pluck())
    },
    close: () =>
      inTurn(async () => {
        reader.close()
        writer.close()
      }),
  })
}

function followed(highest: Connection.Statement): Followed {
  let last = 0
  let turn = -1
  const now = () => {
    try {
      last = (highest.get() as number | null) ?? 0
    } catch {
      // A file that cannot be read has not grown either, as far as can be told: what is known still holds.
    }
    return last
  }
  const inTurn = () => {
    // The loop counts its turns by itself; to be told of the next one (`setImmediate`) would cost as much as the read.
    const { loopCount } = performance.nodeTiming.uvMetricsInfo
    if (loopCount !== turn) {
      turn = loopCount
      now()
    }
    return last
  }
  return { now, inTurn, stop: () => {} }
}

/** A connection with the settings on which no acknowledged commit is lost; they are asked back, as some fail in silence. */
export function connect(file: string): Connection.Database {
  const connection = new Connection(file, { timeout: PATIENCE })
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL') // better-sqlite3 falls back to NORMAL in WAL, which loses commits at a power cut
  connection.pragma('foreign_keys = ON')
  connection.pragma('journal_size_limit = 67108864')
  for (const [name, wanted] of [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
  ] as const) {
    const is = connection.pragma(name, { simple: true })
    if (is !== wanted)
      throw new Error(
        `${file}: SQLite would not set ${name} to ${wanted} (it is ${is}); is the folder on a network disk?`,
      )
  }
  return connection
}

/** Tries at least once; `until` counts from when the write was asked for, so those behind it in the queue do not add up. */
async function begin(writer: Connection.Database, until: number): Promise<Connection.Database> {
  for (;;) {
    try {
      writer.exec('begin immediate')
      return writer
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > until) throw new Refusal('busy', 'The database is busy. Try again in a moment.')
    }
    await sleep(1 + Math.random() * 49)
  }
}

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && /^SQLITE_BUSY/.test(String(error.code))

/** What Drizzle uses of a connection, every statement run by `through`. */
function guarded(connection: Connection.Database, through: <T>(run: () => T) => T): Connection.Database {
  const prepare = (text: string) => {
    const statement = through(() => connection.prepare(text))
    const guardedStatement = {
      run: (...values: unknown[]) => through(() => statement.run(...values)),
      all: (...values: unknown[]) => through(() => statement.all(...values)),
      get: (...values: unknown[]) => through(() => statement.get(...values)),
      raw: () => {
        statement.raw()
        return guardedStatement
      },
    }
    return guardedStatement
  }
  return { prepare } as unknown as Connection.Database
}
