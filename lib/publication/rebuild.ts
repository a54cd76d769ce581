import { asc, eq, getTableName } from 'drizzle-orm'

import { db, type Tx } from '#lib/db/client'
import { clearSearch, listSearch } from '#lib/db/search'

import { rewrite } from './door'
import type { Live, LiveTables } from './live'
import { type Kind, publications, revisions } from './tables'

export type Lives = Record<Kind, Live<never>>

/** What stood on the live side and what the log says should stand there: rows as JSON, by table. */
export type Difference = { table: string; missing: string[]; surplus: string[] }

class Rollback extends Error {}

/**
 * Replays the publication log into the live tables.
 * @param check only compares, changes nothing
 * @returns the differences found; none when the live rows equal the log
 */
export async function rebuildLive(lives: Lives, { check }: { check: boolean }): Promise<Difference[]> {
  let differences: Difference[] = []
  const run = db.write(async (tx) => {
    const before = await snapshot(tx, lives)
    await replayLog(tx, lives)
    differences = compare(before, await snapshot(tx, lives))
    if (check) throw new Rollback()
  })
  await run.catch((error) => {
    if (!(error instanceof Rollback)) throw error
  })
  return differences
}

/** Makes all live rows anew, in the caller's transaction. */
export async function replayLog(tx: Tx, lives: Lives): Promise<void> {
  await clear(tx, lives)
  const acts = await tx.select().from(publications).orderBy(asc(publications.seq))
  const removed = new Map(
    acts.filter((act) => act.act === 'remove').map((act) => [`${act.kind}:${act.subject}`, act.seq]),
  )
  for (const act of acts) {
    if (act.seq <= (removed.get(`${act.kind}:${act.subject}`) ?? 0)) continue
    const { act: name, subject, revision, seq, at, note, detail } = act
    const live = lives[act.kind]
    const stamp = { act: name, subject, revision, seq, at, note, detail }
    await rewrite(tx, live, await contentOf(tx, live, revision), stamp)
  }
}

async function contentOf(tx: Tx, live: Live<never>, id: number | null): Promise<never | null> {
  if (id === null) return null
  const [row] = await tx
    .select({ schema: revisions.schema, content: revisions.content })
    .from(revisions)
    .where(eq(revisions.id, id))
  if (!row) throw new Error(`revision ${id} of the publication log is missing`)
  const content = row.content as never
  return (live.lift ? live.lift(content, row.schema) : content) as never
}

const tablesOf = (lives: Lives): LiveTables[string][] => [
  ...new Set(Object.values(lives).flatMap((live) => Object.values(live.tables))),
]

async function clear(tx: Tx, lives: Lives) {
  for (const table of tablesOf(lives)) await tx.delete(table)
  await clearSearch(tx)
}

async function snapshot(tx: Tx, lives: Lives): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>()
  for (const table of tablesOf(lives))
    rows.set(getTableName(table), (await tx.select().from(table)).map((row) => JSON.stringify(row)).sort())
  return rows.set('live_search', await listSearch(tx))
}

function compare(stood: Map<string, string[]>, should: Map<string, string[]>): Difference[] {
  return [...should].flatMap(([table, rows]) => {
    const is = new Set(stood.get(table))
    const ought = new Set(rows)
    const missing = rows.filter((row) => !is.has(row))
    const surplus = [...is].filter((row) => !ought.has(row))
    return missing.length || surplus.length ? [{ table, missing, surplus }] : []
  })
}
