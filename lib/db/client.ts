import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import { databaseUrl } from '#lib/config'

import { engine } from './columns'
import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'
import type { Db, Reader, Tx } from './types'

export type { Db, Reader, Tx }

// Modules exist twice in one process (our server's bundle and Next's); the database must not.
const key = Symbol.for('stet.db')
const held = globalThis as { [key]?: Db }

/** Opens a database: a file's path, or a `postgres://` address. It must be migrated. */
export function open(where: string): Db {
  const wanted = /^postgres(ql)?:/.test(where) ? 'postgres' : 'sqlite'
  if (wanted !== engine) throw new Error(`DATABASE_URL chose ${engine}; ${wanted} cannot be opened in this process.`)
  return wanted === 'postgres' ? openPostgres(where) : openSqlite(where)
}

/** Makes `opened` the `db` of this process; undefined: the next use opens the configured one. */
export function install(opened: Db | undefined): void {
  held[key] = opened
}

function installed(): Db {
  held[key] ??= open(databaseUrl())
  return held[key]
}

/** The newsroom's database, opened at first use. */
export const db: Db = new Proxy({} as Db, {
  get(_, name: keyof Db) {
    if (name === 'close') return close
    const opened = installed()
    return (opened[name] as (...values: never[]) => unknown).bind(opened)
  },
})

async function close() {
  const opened = held[key]
  install(undefined)
  await opened?.close()
}

type Prepared<P, R> = { execute(params?: P): Promise<R> }

/**
 * A query built and compiled once for each reader: ten times cheaper than building it at each call.
 * Values are `sql.placeholder('name')`. Names are unique in the process, as PostgreSQL keeps statements by name.
 */
export function prepared<P extends Record<string, unknown>, R>(
  name: string,
  build: (on: Reader) => { prepare(name: string): Prepared<Record<string, unknown>, R> },
): (on: Reader, params: P) => Promise<R> {
  const built = new WeakMap<Reader, Prepared<Record<string, unknown>, R>>()
  return async (on, params) => {
    const reader = on === db ? installed() : on
    const query = built.get(reader) ?? build(reader).prepare(name)
    built.set(reader, query)
    return query.execute(params)
  }
}

/**
 * A condition for prepared queries: the text column is one of those that the placeholder is given, as
 * `JSON.stringify(texts)`. Both engines use the column's index.
 */
export function among(column: AnyPgColumn, placeholder: string): SQL {
  const list = sql.placeholder(placeholder)
  return engine === 'postgres'
    ? sql`${column} = any(array(select jsonb_array_elements_text(${list}::jsonb)))`
    : sql`${column} in (select value from json_each(${list}))`
}

/** Whether a unique index or primary key refused; which one, only a new query can tell. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    code === '23505' || /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/.test(code) || isUniqueViolation(error.cause)
  )
}
