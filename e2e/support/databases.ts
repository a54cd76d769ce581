import { randomBytes } from 'node:crypto'

import pg from 'pg'

// Databases of tests on the server that STET_TEST_POSTGRES names. Without one there are none, as SQLite’s is a file.

/** @returns the address of a new, empty one */
export const newDatabase = () => create('template0')

/** @returns the address of a new one with all that `from` has, to which nobody may be connected */
export const copyDatabase = (from: string) => create(from)

async function create(template: string): Promise<string | undefined> {
  const server = process.env.STET_TEST_POSTGRES
  if (!server) return undefined
  const url = new URL(server)
  url.pathname = `/stet_e2e_${randomBytes(6).toString('hex')}`
  await administer(`create database ${nameOf(url.href)} encoding 'UTF8' template ${template}`)
  return url.href
}

/** @returns whether no other had the name */
export async function renameDatabase(database: string, name: string): Promise<boolean> {
  const taken = '42P04'
  return administer(`alter database ${nameOf(database)} rename to ${name}`).then(
    () => true,
    (error) => {
      if (error.code === taken) return false
      throw error
    },
  )
}

export const dropDatabase = (database: string) => administer(`drop database ${nameOf(database)} with (force)`)

const nameOf = (database: string) => new URL(database).pathname.slice(1)

async function administer(statement: string) {
  const client = new pg.Client({ connectionString: process.env.STET_TEST_POSTGRES })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
