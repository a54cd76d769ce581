import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'

import { type Db, install, open } from '#lib/db/client'
import { migrate } from '#lib/db/migrate'

export type TestDatabase = { db: Db; url: string; drop(): Promise<void> }

/**
 * A migrated database of its own, installed as `db`: SQLite, or PostgreSQL when TEST_DATABASE_URL names a server
 * (the test configuration hands it on as DATABASE_URL, by which the tables choose their kit).
 * `drop` closes and deletes it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  const { url, remove } = server ? await onServer(server) : inFolder()
  await migrate(url)
  const db = open(url)
  install(db)
  return {
    db,
    url,
    async drop() {
      install(undefined)
      await db.close()
      await remove()
    },
  }
}

function inFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
  return { url: join(folder, 'stet.db'), remove: async () => rmSync(folder, { recursive: true }) }
}

async function onServer(server: string) {
  const name = `stet_test_${randomUUID().replaceAll('-', '')}`
  await admin(server, `create database ${name} encoding 'UTF8' template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => admin(server, `drop database ${name} with (force)`) }
}

async function admin(server: string, statement: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
