import { join } from 'node:path'

import { readMigrationFiles } from 'drizzle-orm/migrator'

import type { Migration } from './journal'
import { migratePostgres } from './migrate-postgres'
import { migrateSqlite } from './migrate-sqlite'

/**
 * Brings a database up to this code: applies, under one lock and in one transaction, the files of `drizzle/` that it
 * has not had yet, whatever their dates. Processes may start together. Of a SQLite file a copy is kept before.
 * (Drizzle's own runner deleted child rows in a table rebuild, skipped files merged late, and failed when two started.)
 * @param where a file's path, or a `postgres://` address
 * @returns how many files were applied
 * @throws an error of one line when the database is newer than the code
 */
export async function migrate(
  where: string,
  folder = join(/* turbopackIgnore: true */ process.cwd(), 'drizzle'),
): Promise<number> {
  return /^postgres(ql)?:/.test(where)
    ? migratePostgres(where, read(join(folder, 'postgres')))
    : migrateSqlite(where, read(join(folder, 'sqlite')))
}

const read = (folder: string): Migration[] =>
  readMigrationFiles({ migrationsFolder: folder }).map(({ hash, sql }) => ({
    hash,
    statements: sql.filter((statement) => statement.trim()),
  }))
