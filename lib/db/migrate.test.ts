import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startChild } from '#lib/testing/child'
import { emptyDatabase, execute, testDatabase } from '#lib/testing/database'

import { engine } from './columns'
import { migrate } from './migrate'

let database: Awaited<ReturnType<typeof emptyDatabase>>
let folder: string
beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'stet-migrations-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

/** Writes migrations in drizzle-kit's form; `when` of each is its place in the list, unless given. */
function files(...migrations: { sql: string; when?: number }[]) {
  const meta = join(folder, engine, 'meta')
  mkdirSync(meta, { recursive: true })
  const entries = migrations.map(({ when }, idx) => ({
    idx,
    version: '7',
    when: when ?? idx,
    tag: `${idx}`,
    breakpoints: true,
  }))
  writeFileSync(join(meta, '_journal.json'), JSON.stringify({ version: '7', dialect: engine, entries }))
  for (const [idx, { sql }] of migrations.entries()) writeFileSync(join(folder, engine, `${idx}.sql`), sql)
}
const run = () => migrate(database.url, folder)
const rows = (from: string) => execute(database.url, `select * from ${from}`)

const papers = { sql: 'create table papers (id integer primary key)' }
const pages = {
  sql: 'create table pages (id integer primary key);\n--> statement-breakpoint\ninsert into pages values (1)',
}

test('files are applied once, each of their statements', async () => {
  files(papers)
  expect(await run()).toBe(1)
  files(papers, pages)
  expect(await run()).toBe(1)
  expect(await run()).toBe(0)
  expect(await rows('pages')).toEqual([{ id: 1 }])
})

test('a file merged late is applied, though its date is older', async () => {
  files({ ...papers, when: 20 })
  await run()
  files({ ...pages, when: 10 }, { ...papers, when: 20 })
  expect(await run()).toBe(1)
  expect(await rows('pages')).toEqual([{ id: 1 }])
})

test('a database newer than the code is refused in one line, unchanged', async () => {
  files(papers, pages)
  await run()
  files(papers, { sql: 'create table others (id integer)' })
  await expect(run()).rejects.toThrow(/^The database \S+ was made by a newer version of Stet: [^\n]+$/)
  await expect(rows('others')).rejects.toThrow()
})

test('a file that fails leaves nothing of itself nor of those before it', async () => {
  files(papers, { sql: 'create table pages (id integer);\n--> statement-breakpoint\ninsert into nowhere values (1)' })
  await expect(run()).rejects.toThrow('nowhere')
  await expect(rows('papers')).rejects.toThrow()
  files(papers, pages)
  expect(await run()).toBe(2)
})

test('four processes that start together: one applies, the others wait', { timeout: 60_000 }, async () => {
  const environment = { CHILD_DATABASE: database.url, DATABASE_URL: process.env.DATABASE_URL ?? '' }
  const children = await Promise.all([1, 2, 3, 4].map(() => startChild('lib/testing/child-migrate.ts', environment)))
  const counts = await Promise.all(children.map((child) => child.line()))
  expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0, 0])
  expect(counts.map(Number).sort((a, b) => a - b)).toEqual([0, 0, 0, (await rows('migrations')).length])
})

test('the migrated database has every table and column of the code', async () => {
  const { db, drop } = await testDatabase()
  const modules = import.meta.glob<Record<string, unknown>>(['../*/tables.ts', '../story/log/tables.ts'], {
    eager: true,
  })
  const tables = Object.values(modules).flatMap((module) =>
    Object.values(module).filter((value) => is(value, PgTable) || is(value, SQLiteTable)),
  )
  expect(tables.length).toBeGreaterThan(20)
  for (const table of tables) expect(await db.select().from(table as PgTable)).toEqual([])
  await drop()
})

describe.runIf(engine === 'sqlite')('on SQLite', () => {
  const family = {
    sql: `create table parents (id integer primary key);
      create table children (id integer primary key, parent integer references parents(id) on delete cascade);
      insert into parents values (1); insert into children values (1, 1), (2, 1)`,
  }

  test('a table that is rebuilt keeps its children', async () => {
    const rebuild = {
      sql: `PRAGMA foreign_keys=OFF;
        create table __new_parents (id integer primary key, name text not null default '');
        insert into __new_parents (id) select id from parents;
        drop table parents; alter table __new_parents rename to parents;
        PRAGMA foreign_keys=ON`,
    }
    files(family)
    await run()
    files(family, rebuild)
    await run()
    expect(await rows('children')).toHaveLength(2)
    expect(await rows('parents')).toEqual([{ id: 1, name: '' }])
  })

  test('a file that would leave rows without their parent is refused', async () => {
    files(family)
    await run()
    files(family, { sql: 'delete from parents' })
    await expect(run()).rejects.toThrow('rows of children without their parents')
    expect(await rows('parents')).toHaveLength(1)
  })

  test('a copy from before is kept, the last three, and none of a new database', async () => {
    const copies = join(dirname(database.url), 'before-migration')
    const all = [family]
    files(...all)
    await run()
    expect(readdirSync(dirname(database.url))).not.toContain('before-migration')
    for (let i = 0; i < 4; i++) {
      all.push({ sql: `create table t${i} (id integer)` })
      files(...all)
      await run()
      await run()
    }
    const kept = readdirSync(copies).sort()
    expect(kept).toHaveLength(3)
    const newest = join(copies, kept[2]!)
    expect(await execute(newest, 'select count(*) as n from children')).toEqual([{ n: 2 }])
    expect(await execute(newest, `select name from sqlite_master where name in ('t2', 't3')`)).toEqual([{ name: 't2' }])
  })

  test('nobody else on the machine may read the database, its copies or the folder made for them', async () => {
    const home = join(folder, 'data')
    const file = join(home, 'stet.db')
    files(family)
    await migrate(file, folder)
    files(family, papers)
    await migrate(file, folder)
    for (const path of [home, file, join(home, 'before-migration')]) expect(statSync(path).mode & 0o077, path).toBe(0)
  })
})
