import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { AnyPgColumn, PgDatabase } from 'drizzle-orm/pg-core'

type Full = PgDatabase<NodePgQueryResultHKT, Record<string, never>>

/** What can be read from: `db` outside a write, the `tx` inside. No `.for()`: SQLite has none. */
export type Reader = Pick<Full, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>

export type Tx = Reader & Pick<Full, 'insert' | 'update' | 'delete'> & { readonly '~tx': true }

export type Db = Reader & {
  /**
   * Runs `run` in one transaction, one at a time in the whole newsroom; committed when it resolves.
   * Inside another write it joins that. Whatever fails inside, caught or not, rolls all of it back.
   * Nothing inside may await the network.
   * @throws Refusal `busy` when another process holds the database for 5 s
   */
  write<T>(run: (tx: Tx) => PromiseLike<T>): Promise<T>
  /**
   * Inserts that need no order among each other, many callers' in one commit; resolves when committed.
   * `run` may run twice (the first time rolled back). On PostgreSQL it takes no lock: ids are not in commit order.
   */
  append<T>(run: (tx: Pick<Tx, 'insert'>) => PromiseLike<T>): Promise<T>
  /** Inside a write: `run` follows its commit, before the caller hears of it; never after a rollback. Must not throw. */
  afterCommit(run: () => void): void
  /** The highest value of a column that only grows, whichever process raises it. */
  follow(column: AnyPgColumn): Followed
  /** Waits for the writes under way. */
  close(): Promise<void>
}

/** Never waits; 0 while there is none. On PostgreSQL as last heard: by notification, or else by a query each 100 ms. */
export type Followed = {
  /** Exact on SQLite, at the price of a read. */
  now(): number
  /**
   * For many requests at once: the same, read once in a turn of the event loop. To be asked where a request arrives:
   * what was sent after another process's commit arrives in a later turn than a read from before it (but for a request
   * sent on a connection before the one ahead of it was answered).
   */
  inTurn(): number
  stop(): void
}
