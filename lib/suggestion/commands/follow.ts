import { and, eq, ne } from 'drizzle-orm'
import * as Y from 'yjs'

import type { Tx } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { newId } from '#lib/id'
import { log } from '#lib/log'
import { nudge } from '#lib/story/commands/nudge'
import type { StoryDocument } from '#lib/story/document/nodes'
import { toDocument } from '#lib/story/document/ydoc'
import { type ForkRow, loadForks } from '#lib/story/log/read'
import { storyLog } from '#lib/story/log/tables'
import { insertServerEdit } from '#lib/story/log/write'
import { unseenChanges } from '#lib/story/unseen'

import type { Card, Hunk } from '../cards'
import { follow } from '../follow'
import { settle } from '../settle'
import { decidedSuggestions, suggestions } from '../tables'

/** A fork with what is open in it, in the transaction that writes about it. */
export type OpenFork = { person: string; ydoc: Y.Doc; open: Card[] }

/**
 * After edits of a story or of its forks: what is suggested now is noted, what an editor's deletion took along is told,
 * and what nobody suggested follows the story.
 */
export async function followForks(tx: Tx, storyId: string, now = new Date()): Promise<OpenFork[]> {
  if (!(await tx.$count(storyLog, and(eq(storyLog.storyId, storyId), ne(storyLog.fork, ''))))) return []
  return (await openForks(tx, storyId, now)).forks
}

/** The same, with the documents, for whoever decides. */
export async function openForks(tx: Tx, storyId: string, now: Date): Promise<{ story: Y.Doc; forks: OpenFork[] }> {
  const { story, forks } = await loadForks(tx, storyId)
  const known = await tx
    .select({ person: suggestions.personId, open: suggestions.open, seen: suggestions.seen })
    .from(suggestions)
    .where(eq(suggestions.storyId, storyId))
  const found: OpenFork[] = []
  const told = toDocument(story)
  for (const [person, { ydoc, rows }] of forks) {
    const suggested = readFork(ydoc)
    if (!suggested) {
      log.error({ story: storyId, person }, 'suggestions cannot be read')
      continue
    }
    const before = known.find((row) => row.person === person)
    const { open, lost, strange } = follow(
      told,
      suggested,
      (before?.open ?? []) as Card[],
      touchedSince(ydoc, rows, before?.seen),
    )
    if (strange.size) {
      const update = settle(ydoc, story, strange, 'story')
      await insertServerEdit(tx, { storyId, fork: person, update, by: null, at: now })
    }
    if (lost.length) await tellLost(tx, { storyId, person, lost, now })
    if (lost.length || !(before?.open as Card[] | undefined)?.length !== !open.length)
      await nudge(tx, storyId, 'suggestions', now)
    const fork = { person, ydoc, open }
    await note(tx, storyId, fork, before, now)
    found.push(fork)
  }
  return { story, forks: found }
}

/**
 * What a fork says; undefined where it is not of the schema, as a newer version of this program may write it, or somebody
 * who numbers his edits as an editor's browser does. The story goes on without it: what was noted of it last stays noted.
 */
function readFork(ydoc: Y.Doc): StoryDocument | undefined {
  try {
    return toDocument(ydoc)
  } catch (error) {
    if (isRefusal(error) && error.reason === 'rule') return undefined
    throw error
  }
}

/** Blocks and lines of a fork that are newer than what was noted last; of all its rows, as a compaction forgets whose. */
function touchedSince(fork: Y.Doc, rows: ForkRow[], seen?: Uint8Array): ReadonlySet<string> {
  const known = seen ? Y.decodeSnapshot(seen) : Y.emptySnapshot
  return new Set(unseenChanges(fork, rows, known).flatMap(({ block }) => block ?? []))
}

type Noted = { open: unknown; seen: Uint8Array }

/** Before a note that must be written whatever was noted last. */
export const unknown: Noted = { open: null, seen: new Uint8Array() }

/** Notes what is open, and what of the fork this was read from. @param before what was noted last, if anything was */
export async function note(
  tx: Tx,
  storyId: string,
  { person, ydoc, open }: OpenFork,
  before: Noted | undefined,
  at: Date,
) {
  const seen = Y.encodeSnapshot(Y.snapshot(ydoc))
  if (!before) return void (await tx.insert(suggestions).values({ storyId, personId: person, open, seen, at }))
  if (JSON.stringify(before.open) === JSON.stringify(open) && sameBytes(before.seen, seen)) return
  await tx
    .update(suggestions)
    .set({ open, seen, at })
    .where(and(eq(suggestions.storyId, storyId), eq(suggestions.personId, person)))
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

type Lost = { storyId: string; person: string; lost: Hunk[]; now: Date }

async function tellLost(tx: Tx, { storyId, person, lost, now }: Lost) {
  for (const hunk of lost) {
    const card: Card = { id: `${hunk.part} ${hunk.at}`, hunks: [hunk] }
    await tx
      .insert(decidedSuggestions)
      .values({ id: newId(), storyId, personId: person, outcome: 'lost', card, at: now })
  }
}
