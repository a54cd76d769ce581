import pg from 'pg'

import { journal, type Migration, pending } from './journal'

/** The key of the lock that migrations take; writes take another. */
const MIGRATION_LOCK = 8

export async function migratePostgres(url: string, all: Migration[]): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC', connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query('show server_encoding')
    if (rows[0].server_encoding !== 'UTF8')
      throw new Error(`The database's encoding is ${rows[0].server_encoding}: make one with UTF8.`)
    return await apply(client, all)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, all: Migration[]): Promise<number> {
  await client.query(`begin; select pg_advisory_xact_lock(${MIGRATION_LOCK}); ${journal}`)
  try {
    const { rows } = await client.query<{ hash: string }>('select hash from migrations')
    const waiting = pending(
      all,
      rows.map(({ hash }) => hash),
      client.database ?? '',
    )
    for (const { hash, statements } of waiting) {
      for (const statement of statements) await client.query(statement)
      await client.query('insert into migrations (hash, at) values ($1, $2)', [hash, new Date().toISOString()])
    }
    await client.query('commit')
    return waiting.length
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
