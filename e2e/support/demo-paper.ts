import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { copyDatabase, dropDatabase, newDatabase, renameDatabase } from './databases'

export type Newsroom = { data: string; database: string | undefined }

const shelf = '.build/demo'

/**
 * Fills a data folder with the demo paper as a server of this build loads it. It is loaded once for each first admin and
 * engine, and then copied: loading takes four seconds, and dozens of servers want one.
 * @param load starts a server that loads it into a newsroom, and stops it
 * @returns the address of a database of its own, where PostgreSQL is what is tested
 */
export async function copyDemo(
  data: string,
  admin: string,
  load: (into: Newsroom) => Promise<unknown>,
): Promise<string | undefined> {
  const server = process.env.STET_TEST_POSTGRES ?? ''
  const key = createHash('sha256')
    .update(`${statSync('.build/server.mjs').mtimeMs} ${admin} ${server}`)
    .digest('hex')
    .slice(0, 12)
  const template = join(shelf, key)
  if (!existsSync(template)) await makeTemplate(template, key, load)
  cpSync(template, data, { recursive: true })
  return copyDatabase(`stet_demo_${key}`)
}

/** Several may make it at once: the first to be done wins. */
async function makeTemplate(template: string, key: string, load: (into: Newsroom) => Promise<unknown>) {
  mkdirSync(shelf, { recursive: true })
  const data = mkdtempSync(join(shelf, `${randomBytes(4).toString('hex')}-`))
  const database = await newDatabase()
  await load({ data, database })
  if (database && !(await renameDatabase(database, `stet_demo_${key}`))) await dropDatabase(database)
  try {
    renameSync(data, template)
  } catch (error) {
    if (!existsSync(template)) throw error
    rmSync(data, { recursive: true })
  }
}
