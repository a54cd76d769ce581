import { desc, eq, sql } from 'drizzle-orm'
import { customType } from 'drizzle-orm/pg-core'

import { prepared, type Reader, type Tx } from './client'
import { columns as c, engine, table } from './columns'
import { wordsOf } from './fold'

// Made by hand in migration 0001: a tsvector, or FTS5 without stored text. `rowid` is live_stories.id.
const postgres = engine === 'postgres'
const vector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const tsv = { rowid: c.int().primaryKey(), words: vector().notNull() }
const fts = { rowid: c.int().primaryKey(), title: c.text(), summary: c.text(), text: c.text() }
const liveSearch = table('live_search', (postgres ? tsv : fts) as typeof tsv & typeof fts)

export type SearchText = { title: string; summary: string; text: string }

export type Found = {
  ids: number[]
  /** Counted up to 1001, which means "more than 1000". */
  total: number
  /** Few hits come best first; many, newest first: to rank them all would take too long. */
  order: 'best' | 'newest'
}

const MANY = 1001
const MOST_TERMS = 12

/** Makes or replaces what readers can find a story by. */
export async function putSearch(tx: Tx, id: number, entry: SearchText): Promise<void> {
  await removeSearch(tx, id)
  const row = { rowid: id, ...(postgres ? { words: toVector(entry) } : toColumns(entry)) }
  await tx.insert(liveSearch).values(row as typeof liveSearch.$inferInsert)
}

export async function removeSearch(tx: Tx, id: number): Promise<void> {
  await tx.delete(liveSearch).where(eq(liveSearch.rowid, id))
}

export async function clearSearch(tx: Tx): Promise<void> {
  await tx.delete(liveSearch)
}

/**
 * Which stories can be found, a line each: by id, and on PostgreSQL by what words. SQLite's index keeps no text that could
 * be read back.
 */
export async function listSearch(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ rowid: liveSearch.rowid, words: postgres ? sql<string>`words::text` : sql<string>`''` })
    .from(liveSearch)
  return rows.map((row) => JSON.stringify(row)).sort()
}

/**
 * Stories that hold all of the words (the first 12; the last also as the beginning of a word, from 2 letters).
 * @param words as typed by a reader
 * @param limit how many ids at most, ≤ 1000
 */
export async function findSearch(on: Reader, words: string, limit: number): Promise<Found> {
  const match = toMatch(words)
  if (!match) return { ids: [], total: 0, order: 'best' }
  const newest = (await probe(on, { match })).map((row) => row.id)
  const total = newest.length
  if (total === MANY) return { ids: newest.slice(0, limit), total, order: 'newest' }
  const ids = total && (await best(on, { match, limit })).map((row) => row.id)
  return { ids: ids || [], total, order: 'best' }
}

const matches = postgres
  ? sql`words @@ ${sql.placeholder('match')}::tsquery`
  : sql`live_search match ${sql.placeholder('match')}`

// A headline's word counts ten times, a standfirst's four times that of the text. D, C, B, A.
const score = postgres
  ? sql`-ts_rank('{0, 0.1, 0.4, 1}', words, ${sql.placeholder('match')}::tsquery)`
  : sql`bm25(live_search, 10, 4, 1)`

const probe = prepared('live_search_probe', (on) =>
  on.select({ id: liveSearch.rowid }).from(liveSearch).where(matches).orderBy(desc(liveSearch.rowid)).limit(MANY),
)

const best = prepared('live_search_best', (on) =>
  on
    .select({ id: liveSearch.rowid })
    .from(liveSearch)
    .where(matches)
    .orderBy(score, desc(liveSearch.rowid))
    .limit(sql.placeholder('limit')),
)

/** The reader's words as a query of the engine; only letters, digits and marks of theirs reach it. */
function toMatch(words: string): string {
  const terms = wordsOf(words).slice(0, MOST_TERMS)
  const last = terms.length - 1
  const open = [...(terms[last] ?? '')].length > 1
  const quote = (term: string, i: number) => {
    const prefix = open && i === last
    return postgres ? `'${term}'${prefix ? ':*' : ''}` : `"${term}"${prefix ? ' *' : ''}`
  }
  return terms.map(quote).join(postgres ? ' & ' : ' ')
}

const toColumns = ({ title, summary, text }: SearchText) => ({
  title: wordsOf(title).join(' '),
  summary: wordsOf(summary).join(' '),
  text: wordsOf(text).join(' '),
})

/** PostgreSQL's limits: 16,383 positions, 256 of them for one word, 1 MB of words and positions. */
const LAST_POSITION = 16_383
const MOST_BYTES = 1_000_000

/** A tsvector by hand, so that both engines take a text apart in the same way. */
function toVector({ title, summary, text }: SearchText): string {
  const positions = new Map<string, string[]>()
  let bytes = 0
  let position = 0
  for (const [weight, part] of [
    ['A', title],
    ['B', summary],
    ['C', text],
  ] as const)
    for (const word of wordsOf(part)) {
      const cut = [...word].slice(0, 100).join('')
      position = Math.min(position + 1, LAST_POSITION)
      const at = positions.get(cut) ?? []
      const size = at.length ? 2 : Buffer.byteLength(cut) + 5
      if (bytes + size > MOST_BYTES || at.length === 256) continue
      bytes += size
      positions.set(cut, at)
      at.push(`${position}${weight}`)
    }
  return [...positions].map(([word, at]) => `'${word}':${at.join()}`).join(' ')
}
