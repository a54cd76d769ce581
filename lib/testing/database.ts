import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Connection from 'better-sqlite3'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'

import { type Db, install, open } from '#lib/db/client'

export type TestDatabase = { db: Db; url: string; drop(): Promise<void> }

/**
 * A migrated database of its own, installed as `db`: SQLite, or PostgreSQL when TEST_DATABASE_URL names a server
 * (the test configuration hands it on as DATABASE_URL, by which the tables choose their kit).
 * `drop` closes and deletes it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, drop } = await newDatabase(inject('template'))
  const db = open(url)
  install(db)
  return {
    db,
    url,
    async drop() {
      install(undefined)
      await db.close()
      await drop()
    },
  }
}

/** One for all tests of a file, dropped after them; it is there once they begin. */
export function databaseForAll(): TestDatabase {
  const database = {} as TestDatabase
  beforeAll(async () => void Object.assign(database, await testDatabase()))
  afterAll(() => database.drop())
  return database
}

/** The same, another one for each test. */
export function databaseForEach(): TestDatabase {
  const database = {} as TestDatabase
  beforeEach(async () => void Object.assign(database, await testDatabase()))
  afterEach(() => database.drop())
  return database
}

/** A database without tables, not opened. */
export const emptyDatabase = () => newDatabase()

/** @param template whose copy it is */
async function newDatabase(template?: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) {
    const folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
    const url = join(folder, 'stet.db')
    if (template) copyFileSync(template, url)
    return { url, drop: async () => rmSync(folder, { recursive: true }) }
  }
  const { name, url } = await createDatabase(server, template)
  return { url, drop: () => dropDatabase(server, name) }
}

/** On a PostgreSQL server. */
export async function createDatabase(server: string, template = 'template0') {
  const name = `stet_test_${randomUUID().replaceAll('-', '')}`
  await execute(server, `create database ${name} encoding 'UTF8' template ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { name, url: url.href }
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await execute(server, `drop database ${name} with (force)`)
}

/** Leaves only the readers' side: whatever still answers has read nothing else. */
export async function dropDeskTables(url: string): Promise<void> {
  const sqlite = !url.startsWith('postgres')
  const all = sqlite
    ? `select name from sqlite_master where type = 'table'`
    : `select tablename as name from pg_tables where schemaname = 'public'`
  const names = (await execute(url, all)).map((row) => String(row.name))
  const desk = names.filter((name) => !name.startsWith('live_') && !name.startsWith('sqlite_'))
  const drops = desk.map((name) => `drop table "${name}"${sqlite ? '' : ' cascade'};`).join(' ')
  // Tables that others refer to go in any order only while SQLite does not check.
  await execute(url, sqlite ? `; pragma foreign_keys = off; ${drops}` : drops)
}

/**
 * Runs a statement by a connection of its own, past the data layer.
 * @returns the rows of a select, on both engines
 */
export async function execute(url: string, statement: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith('postgres')) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const result = await client.query(statement).finally(() => client.end())
    return result.rows
  }
  const connection = new Connection(url)
  try {
    if (/^(select|pragma)/i.test(statement)) return connection.prepare(statement).all() as Record<string, unknown>[]
    connection.exec(statement)
    return []
  } finally {
    connection.close()
  }
}
