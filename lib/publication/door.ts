import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import { db, type Tx } from '#lib/db/client'
import { putSearch, removeSearch } from '#lib/db/search'
import { liveAddresses } from '#lib/site/tables'

import { moveHead } from './head'
import type { Live, LiveTables, Rows, Stamp } from './live'
import { lastSeq, shownRevision } from './queries'
import { type Act, publications, showing } from './tables'

export type Release<Content, T extends LiveTables> = {
  act: Act
  live: Live<Content, T>
  subject: string
  /** The revision that readers get; absent for acts that show them none. */
  revision?: { id: number; content: Content }
  note?: string
  /** What the noun's live rows are made of besides. It is logged, so that a replay makes the same rows. */
  detail?: Record<string, unknown>
  actorId: string | null
  at: Date
}

/**
 * The only door between the desk and the readers: rewrites the noun's live rows, appends to the publication log
 * and to the audit, in the caller's transaction.
 * @returns the act's place in the publication log
 */
export async function release<Content, T extends LiveTables>(tx: Tx, release: Release<Content, T>): Promise<number> {
  const { act, live, subject, revision, actorId, at, note = '', detail = {} } = release
  const seq = (await lastSeq(tx)) + 1
  const before = await shownRevision(tx, live.kind, subject)
  const stamp: Stamp = { act, subject, revision: revision?.id ?? null, seq, at, note, detail }
  const keys = await rewrite(tx, live, revision?.content ?? null, stamp)
  await tx
    .insert(publications)
    .values({ seq, act, kind: live.kind, subject, revision: stamp.revision, note, detail, at, actorId, keys })
  await appendAudit(tx, {
    actorId,
    act,
    subject: `${live.kind}:${subject}`,
    detail: { seq, ...toldOf(detail), ...(showing.includes(act) && between(before, stamp.revision)) },
    at,
  })
  db.afterCommit(() => moveHead(seq))
  return seq
}

/** For the audit, which holds no text: what kind of update it was, which version was closed. */
const toldOf = ({ change, version }: Record<string, unknown>) => ({ change, version })
const between = (from: number | null, to: number | null) => ({ from: { revision: from }, to: { revision: to } })

/**
 * Replaces the noun's live rows by those after the act; also what a rebuild replays.
 * @returns keys of the rows before and after, sorted, each once
 */
export async function rewrite<Content, T extends LiveTables>(
  tx: Tx,
  live: Live<Content, T>,
  content: Content | null,
  stamp: Stamp,
): Promise<string[]> {
  const before = await rowsOf(tx, live, stamp.subject)
  const after = stamp.act === 'remove' ? empty(live) : live.rows(content, before, stamp)
  for (const [name, table] of Object.entries(live.tables)) {
    await tx.delete(table).where(of(live, table, stamp.subject))
    const rows = after[name] as object[]
    if (rows.length) await tx.insert(table).values(rows)
  }
  const gone = live.search?.(before)
  if (gone) await removeSearch(tx, gone.id)
  const entry = live.search?.(after)
  if (entry) await putSearch(tx, entry.id, entry)
  return [...new Set([...live.keys(before), ...live.keys(after), ...turned(live, before, after)])].sort()
}

function turned<C, T extends LiveTables>(live: Live<C, T>, before: Rows<T>, after: Rows<T>): string[] {
  const [was, is] = [live.turns?.(before) ?? {}, live.turns?.(after) ?? {}]
  return Object.keys({ ...was, ...is }).filter((key) => was[key] !== is[key])
}

async function rowsOf<C, T extends LiveTables>(tx: Tx, live: Live<C, T>, subject: string): Promise<Rows<T>> {
  const found: [string, object[]][] = []
  for (const [name, table] of Object.entries(live.tables))
    found.push([
      name,
      await tx
        .select()
        .from(table)
        .where(of(live, table, subject)),
    ])
  return Object.fromEntries(found) as Rows<T>
}

const empty = <C, T extends LiveTables>(live: Live<C, T>) =>
  Object.fromEntries(Object.keys(live.tables).map((name) => [name, []])) as unknown as Rows<T>

/** Addresses of every kind share one table; there the kind tells them apart. */
const of = <C, T extends LiveTables>(live: Live<C, T>, table: LiveTables[string], subject: string) =>
  and(eq(table.subject, subject), table === liveAddresses ? eq(liveAddresses.kind, live.kind) : undefined)
