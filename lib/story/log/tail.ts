import { and, asc, gt, inArray, max, ne } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { engine } from '#lib/db/columns'

import { storyLog } from './tables'
import { processId } from './write'

/**
 * On PostgreSQL ids are not in commit order: a row can appear below one that was read. This many are looked at again,
 * far more than are written while one append commits.
 */
const OVERLAP = engine === 'postgres' ? 1000 : 0

/** How many rows one query asks for by number. */
const MOST = 30_000

export type LogRow = { storyId: string; fork: string; update: Uint8Array }

export type Tail = { position: number; seen: Set<string> }

/** Begins to read other processes' rows after what is in the log now. */
export async function startTail(): Promise<Tail> {
  const [row] = await db.select({ seq: max(storyLog.seq) }).from(storyLog)
  return { position: row?.seq ?? 0, seen: new Set() }
}

/**
 * Rows that other processes have written to these stories and their forks since the last call, each once.
 * Snapshots of a compaction and what commands did, in whichever process, are among them: the former may hold rows that
 * were never read, the latter stand in no open room yet.
 */
export async function readTail(tail: Tail, storyIds: ReadonlySet<string>): Promise<LogRow[]> {
  if (!storyIds.size) return []
  const heads = await db
    .select({ seq: storyLog.seq, process: storyLog.process })
    .from(storyLog)
    .where(
      and(
        inArray(storyLog.storyId, [...storyIds]),
        gt(storyLog.seq, tail.position - OVERLAP),
        ne(storyLog.process, processId()),
      ),
    )
    .orderBy(asc(storyLog.seq))
  const wanted = heads.filter((head) => !tail.seen.has(nameOf(head))).map(({ seq }) => seq)
  const rows = wanted.length ? await readRows(wanted.slice(0, MOST)) : []
  // Some went into a snapshot meanwhile: the next call reads that.
  if (rows.length < wanted.length) return rows
  tail.seen = new Set(OVERLAP ? heads.map(nameOf) : [])
  tail.position = Math.max(tail.position, heads.at(-1)?.seq ?? 0)
  return rows
}

const readRows = (seqs: number[]): Promise<LogRow[]> =>
  db
    .select({ storyId: storyLog.storyId, fork: storyLog.fork, update: storyLog.update })
    .from(storyLog)
    .where(inArray(storyLog.seq, seqs))
    .orderBy(asc(storyLog.seq))

/** A snapshot takes its last row's number, and is another row. */
const nameOf = ({ seq, process }: { seq: number; process: string }) => `${seq} ${process}`
