import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'

import { migrate } from '#lib/db/migrate'

import { freePort, startServer } from './support/server'

let data: string
test.beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'stet-start-'))
})
test.afterEach(() => rmSync(data, { recursive: true }))

/** Starts the server where it cannot run. @returns all that it said until it ended */
async function refusal(settings: Record<string, string>): Promise<string> {
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', STET_DATA: data, ...settings } as const
  const child = spawn(process.execPath, ['.build/server.mjs', '--no-demo'], { env })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  expect(code, said).toBe(1)
  return said
}

/** Our migrations of SQLite, as a version of Stet with other files would have them. */
function otherVersion(change: (entries: object[], folder: string) => object[]): string {
  const folder = join(data, 'drizzle')
  cpSync('drizzle/sqlite', join(folder, 'sqlite'), { recursive: true })
  const file = join(folder, 'sqlite/meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...journal, entries: change(journal.entries, join(folder, 'sqlite')) }))
  return folder
}

for (const [name, value] of Object.entries({
  PORT: 'http',
  DATABASE_URL: 'mysql://host/paper',
  BASE_URL: 'paper.example',
  STET_TIMEZONE: 'Mars/Olympus',
  STET_ADMIN_EMAIL: 'petra@paper.example',
}))
  test(`a wrong ${name} stops the start with one line that names it`, async () => {
    expect(await refusal({ PORT: String(await freePort()), [name]: value })).toMatch(
      new RegExp(`^${name} [^\\n]+\\.\\n$`),
    )
  })

test('an address and a port that cannot be had stop the start with one line', async () => {
  const taken = createServer()
  const port = await freePort()
  await once(taken.listen(port, '127.0.0.1'), 'listening')
  expect(await refusal({ PORT: String(port) })).toMatch(
    new RegExp(
      `^Database brought up to date .*\\nPORT ${port} is taken on 127.0.0.1: stop what is there, or give another PORT.\\n$`,
    ),
  )
  taken.close()
  expect(await refusal({ HOST: '203.0.113.7' })).toBe('HOST 203.0.113.7 is not an address of this machine.\n')
})

test('a database made by a newer version is refused with one line', async () => {
  const newer = otherVersion((entries, folder) => {
    writeFileSync(join(folder, '9000_later.sql'), 'create table later (id integer)')
    return [...entries, { idx: 9000, version: '6', when: 9e12, tag: '9000_later', breakpoints: true }]
  })
  await migrate(join(data, 'stet.db'), newer)
  expect(await refusal({ PORT: String(await freePort()) })).toMatch(
    /^The database \S+ was made by a newer version [^\n]+\n$/,
  )
})

test('a database made by an older version is copied, then brought up to date', async () => {
  await migrate(
    join(data, 'stet.db'),
    otherVersion((entries) => entries.slice(0, 1)),
  )
  const server = await startServer({ beside: { data, database: undefined } })
  expect(server.logs()).toContain('Database brought up to date')
  expect(readdirSync(join(data, 'before-migration'))).toEqual([expect.stringMatching(/\.db$/)])
  await server.restart()
  expect(readdirSync(join(data, 'before-migration'))).toHaveLength(1)
  await server.stop()
})
