import { drizzle } from 'drizzle-orm/node-postgres'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import pg from 'pg'

import { Refusal } from '#lib/errors'

import { grouped } from './append'
import { alive, followPostgres } from './follow'
import type { Db, Followed, Tx } from './types'
import { queue, writes } from './write'

/** The key of the lock that every write takes: one at a time in the whole cluster, as on SQLite. */
const WRITE_LOCK = 7

/** How long a write waits for another process's, in milliseconds. */
const PATIENCE = 5000

const settings = `-c TimeZone=UTC -c lock_timeout=${PATIENCE} -c idle_in_transaction_session_timeout=15000`

type Turn = { client: pg.PoolClient; last: Promise<void> }

/** Opens pools of connections: one that can only read, one for the write and the group of appends. */
export function openPostgres(url: string): Db {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const readers = pool(url, 10, '-c default_transaction_read_only=on')
  const writers = pool(url, 2, '')

  const follows: Followed[] = []
  const { current, join, transact, ensureInside, ensureOutside, afterCommit } = writes<Turn>()
  const outside = asClient(async (...query) => {
    ensureOutside()
    return readers.query(...query)
  })
  const read = drizzle({ client: outside, casing: 'snake_case' })
  const client = asClient((...query) => {
    const write = ensureInside()
    // One after the other: a connection runs one statement at a time.
    const result = write.on.last.then(() => {
      if (write.failure) throw new Error('The write has failed already.', { cause: write.failure.error })
      return write.on.client.query(...query)
    })
    write.on.last = result.then(
      () => {},
      (error) => {
        write.failure ??= { error }
      },
    )
    return result
  })
  const tx = drizzle({ client, casing: 'snake_case' }) as unknown as Tx

  const ends = (first: () => string) => ({
    begin: () => begin(writers, first()),
    settle: (on: Turn) => on.last,
    commit: async ({ client }: Turn) => {
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the write back.')
      client.release()
    },
    rollback: async ({ client, last }: Turn) => {
      await last
      await client.query('rollback').then(
        () => client.release(),
        (error) => client.release(error),
      )
    },
  })
  const free = ends(() => start)
  const inTurn = queue()
  const appends = queue()
  const append = grouped((run) => appends(() => transact(free, run)))
  const inside = <T>(run: () => PromiseLike<T>, alone: (run: () => PromiseLike<T>) => Promise<T>) => {
    const write = current()
    return write ? join(write, run) : alone(run)
  }

  return Object.assign(read as unknown as Db, {
    write: <T>(run: (tx: Tx) => PromiseLike<T>) =>
      inside(
        () => run(tx),
        (run) => {
          const until = performance.now() + PATIENCE
          return inTurn(() =>
            transact(
              ends(() => startLocked(until)),
              run,
            ),
          )
        },
      ),
    append: <T>(run: (tx: Tx) => PromiseLike<T>) => inside(() => run(tx), append),
    afterCommit,
    follow: (column: AnyPgColumn) => {
      const followed = followPostgres(url, settings, read as unknown as Db, column)
      follows.push(followed)
      return followed
    },
    close: () => {
      for (const followed of follows) followed.stop()
      return inTurn(() => appends(async () => void (await Promise.all([readers.end(), writers.end()]))))
    },
  })
}

const start = 'begin isolation level read committed'

/** In one round trip; `until` counts from when the write was asked for, so those behind it in the queue do not add up. */
const startLocked = (until: number) => {
  const patience = Math.max(1, Math.round(until - performance.now()))
  return `${start}; set local lock_timeout = ${patience}; select pg_advisory_xact_lock(${WRITE_LOCK});
    set local lock_timeout = ${PATIENCE}`
}

async function begin(writers: pg.Pool, first: string): Promise<Turn> {
  const client = await writers.connect()
  try {
    await client.query(first)
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken) => client.release(broken),
    )
    if (isLockTimeout(error)) throw new Refusal('busy', 'The database is busy. Try again in a moment.')
    throw error
  }
  return { client, last: Promise.resolve() }
}

const isLockTimeout = (error: unknown) => error instanceof Error && 'code' in error && error.code === '55P03'

function pool(url: string, max: number, more: string): pg.Pool {
  const made = new pg.Pool({
    connectionString: url,
    max,
    options: `${settings} ${more}`,
    connectionTimeoutMillis: 10_000,
    application_name: 'stet',
    ...alive,
  })
  // Without these, a server that restarts would end our process; the query under way fails either way.
  made.on('error', () => {})
  made.on('connect', (client) => client.on('error', () => {}))
  return made
}

type Query = (config: pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>

const asClient = (query: Query) => ({ query }) as unknown as pg.Client
