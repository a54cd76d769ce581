import { and, asc, eq, inArray, lt, type SQL } from 'drizzle-orm'
import * as Y from 'yjs'

import type { Reader } from '#lib/db/client'
import { readName } from '../text-name'
import { storyLog } from './tables'

/**
 * The document of a text, a fork's with all that the story's has.
 * @param name the story's id, or a fork's name
 * @param before as it stood before this row of the log, which no compaction has taken up yet
 */
export async function loadLog(on: Reader, name: string, before?: number): Promise<Y.Doc> {
  const { storyId, fork } = readName(name)
  const wanted = fork ? inArray(storyLog.fork, ['', fork]) : eq(storyLog.fork, '')
  const earlier = before === undefined ? undefined : lt(storyLog.seq, before)
  const rows = await rowsOf(on, and(eq(storyLog.storyId, storyId), wanted, earlier))
  return documentFrom(rows.map(({ update }) => update))
}

/** A story's document and those of all its forks, as of one moment. */
export async function loadForks(
  on: Reader,
  storyId: string,
): Promise<{ story: Y.Doc; forks: Map<string, { ydoc: Y.Doc; rows: ForkRow[] }> }> {
  const rows = await rowsOf(on, eq(storyLog.storyId, storyId))
  const updatesOf = (fork: string) => rows.filter((row) => row.fork === fork).map(({ update }) => update)
  const story = documentFrom(updatesOf(''))
  const state = Y.encodeStateAsUpdate(story)
  const people = new Set(rows.map(({ fork }) => fork).filter(Boolean))
  const forks = [...people].map((person) => {
    const own = rows.filter(({ fork }) => fork === person)
    return [person, { ydoc: documentFrom([state, ...updatesOf(person)]), rows: own }] as const
  })
  return { story, forks: new Map(forks) }
}

/** What a fork has beyond the story; `by` is null for a snapshot and for what the server did. */
export type ForkRow = { update: Uint8Array; by: string | null }

/** The story's rows before its forks', which build on them. */
const rowsOf = (on: Reader, where: SQL | undefined) =>
  on
    .select({ fork: storyLog.fork, update: storyLog.update, by: storyLog.by })
    .from(storyLog)
    .where(where)
    .orderBy(asc(storyLog.fork), asc(storyLog.seq))

/** Built in one transaction: row by row takes four times as long. */
function documentFrom(updates: Uint8Array[]): Y.Doc {
  const ydoc = new Y.Doc()
  ydoc.transact(() => {
    for (const update of updates) Y.applyUpdate(ydoc, update)
  })
  return ydoc
}

/**
 * Whether the document holds all that the snapshot knows: every insertion, and every deletion (a state vector alone
 * is blind to those).
 */
export function covers(ydoc: Y.Doc, snapshot: Y.Snapshot): boolean {
  for (const [client, clock] of snapshot.sv) if (Y.getState(ydoc.store, client) < clock) return false
  const deleted = Y.createDeleteSetFromStructStore(ydoc.store)
  for (const [client, ranges] of snapshot.ds.clients)
    for (const { clock, len } of ranges)
      if (!includes(deleted.clients.get(client) ?? [], clock, clock + len)) return false
  return true
}

/** Whether ranges in ascending order cover all of [from, to). Halved to, as a snapshot may name as many as there are. */
function includes(ranges: { clock: number; len: number }[], from: number, to: number): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { clock, len } = ranges[middle]!
    if (clock + len <= from) low = middle + 1
    else high = middle
  }
  let reached = from
  for (let at = low; at < ranges.length && reached < to; at += 1) {
    const { clock, len } = ranges[at]!
    if (clock > reached) break
    reached = Math.max(reached, clock + len)
  }
  return reached >= to
}
