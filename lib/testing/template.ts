import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { migrate } from '#lib/db/migrate'

import { createDatabase, dropDatabase } from './database'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nobody has open: a SQLite file's path, or a PostgreSQL database's name. */
    template: string
  }
}

/** Migrates once for all the tests of a run: each database of theirs is a copy. */
export default async function setup({ provide }: TestProject) {
  const server = process.env.TEST_DATABASE_URL
  if (server) {
    const { name, url } = await createDatabase(server)
    await migrate(url)
    provide('template', name)
    return () => dropDatabase(server, name)
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-template-'))
  const file = join(folder, 'stet.db')
  await migrate(file)
  provide('template', file)
  return () => rmSync(folder, { recursive: true })
}
