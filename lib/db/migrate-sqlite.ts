import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type Connection from 'better-sqlite3'

import { journal, type Migration, pending } from './journal'
import { connect } from './sqlite'

/** How many copies from before a migration are kept. */
const COPIES = 3

export function migrateSqlite(file: string, all: Migration[]): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // Drafts and people's addresses: of the machine's users this one alone reads them. SQLite's other files take its mode.
  closeSync(openSync(file, 'a', 0o600))
  const connection = connect(file)
  try {
    connection.pragma('busy_timeout = 60000')
    const applied = appliedTo(connection)
    const waiting = pending(all, applied, file)
    if (!waiting.length) return 0
    if (applied.length) keepCopy(connection, file)
    return apply(connection, file, all)
  } finally {
    connection.close()
  }
}

function apply(connection: Connection.Database, file: string, all: Migration[]): number {
  // A table is rebuilt by dropping the old one: with keys enforced that would delete its children. No-op inside begin.
  connection.pragma('foreign_keys = OFF')
  connection.exec('begin immediate')
  try {
    connection.exec(journal)
    const waiting = pending(all, appliedTo(connection), file) // another process may have been first
    for (const { hash, statements } of waiting) {
      for (const statement of statements) connection.exec(statement)
      connection.prepare('insert into migrations (hash, at) values (?, ?)').run(hash, new Date().toISOString())
    }
    const [broken] = connection.pragma('foreign_key_check') as { table: string; parent: string }[]
    if (broken)
      throw new Error(
        `The migration would leave rows of ${broken.table} without their ${broken.parent}; nothing was changed.`,
      )
    connection.exec('commit')
    return waiting.length
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback')
    throw error
  }
}

function appliedTo(connection: Connection.Database): string[] {
  const exists = connection.prepare(`select 1 from sqlite_master where name = 'migrations'`).get()
  return exists ? (connection.prepare('select hash from migrations').pluck().all() as string[]) : []
}

/** Beside the data, named by the time; whole before it has its name. */
function keepCopy(connection: Connection.Database, file: string): void {
  const folder = join(dirname(file), 'before-migration')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.db`)
  const unfinished = `${copy}.part`
  connection.prepare('vacuum into ?').run(unfinished)
  renameSync(unfinished, copy)
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .sort()
  for (const old of copies.slice(0, -COPIES)) rmSync(join(folder, old), { force: true })
}
