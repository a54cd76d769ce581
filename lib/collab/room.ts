import type { Connection, Document } from '@hocuspocus/server'
import * as Y from 'yjs'

import { log } from '#lib/log'
import { catchUp } from '#lib/story/commands/catch-up'
import { renameUpdate } from '#lib/story/document/own-ids'
import { toDocument } from '#lib/story/document/ydoc'
import { isBehind } from '#lib/story/log/behind'
import { compact, compactAfter } from '#lib/story/log/compact'
import { openLog } from '#lib/story/log/open'
import { appendUpdate } from '#lib/story/log/write'
import { readName } from '#lib/story/text-name'

import { type Guard, makeGuard, type Verdict } from './guard'
import { isNotOurs } from './owed'
import { type Context, dismiss } from './visit'

/** How long lists may be behind the text, in milliseconds, less what writing takes. */
const BEHIND = 500

/** What other processes' rows are applied with: broadcast to everybody here, kept nowhere again. */
const foreign = { source: 'local', skipStoreHooks: true } as const

export type Room = ReturnType<typeof makeRoom>

type Around = {
  /** Brings in what other processes have written meanwhile. */
  readOn: () => Promise<void>
  /** Hears of each update that was taken here, once everybody sees it. */
  kept: (update: Uint8Array) => void
}

/**
 * One open text: what arrives is inspected, kept in the log, and only then in the document that everybody sees.
 * @param name a story's id, or a fork's name
 */
export function makeRoom(name: string, document: Document, { readOn, kept }: Around) {
  let guard: Guard | undefined
  let appended = 0
  let behind = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let working = Promise.resolve()
  const taking = new Set<Promise<unknown>>()

  async function keep(
    update: Uint8Array,
    by: string | null,
    origin: unknown,
    isAnothers?: (writer: number) => boolean,
  ): Promise<Verdict> {
    if (!guard) throw new Error('the room is not loaded')
    let verdict = guard.inspect(update, isAnothers)
    if (!verdict.ok && verdict.missing) {
      await readOn()
      verdict = guard.inspect(update, isAnothers)
    }
    if (!verdict.ok) return verdict
    try {
      await appendUpdate({ ...readName(name), update, by, at: new Date() })
    } catch (error) {
      guard.settle(update, false)
      throw error
    }
    Y.applyUpdate(document, update, origin)
    guard.settle(update, true)
    kept(update)
    appended += 1
    behind = true
    timer ??= setTimeout(() => void work(), BEHIND)
    if (verdict.doubles) await rename(verdict.doubles)
    return verdict
  }

  /** Blocks that have the id of another get one of their own: comments, changes and restores go by it. */
  async function rename(doubles: readonly Y.ID[]) {
    try {
      const update = renameUpdate(document, doubles)
      if (update) await keep(update, null, foreign)
    } catch (error) {
      log.error({ err: error, text: name }, 'blocks still share an id')
    }
  }

  const track = <T>(taken: Promise<T>) => {
    taking.add(taken)
    return taken.finally(() => taking.delete(taken))
  }

  /** Projection first, of other processes' edits too: a compaction forgets who made the last one. */
  async function catchUpAndCompact(most: number) {
    clearTimeout(timer)
    timer = undefined
    try {
      if (behind || appended >= most) {
        behind = false
        await catchUp(name)
      }
      if (appended >= most) {
        const before = appended
        await compact(name)
        appended -= before
      }
    } catch (error) {
      if (isNotOurs(error)) return
      log.error({ err: error, text: name }, 'a room fell behind')
      behind = true
      timer ??= setTimeout(() => void work(), BEHIND)
    }
  }

  const work = (most = compactAfter) => (working = working.then(() => catchUpAndCompact(most)))

  return {
    document,
    /** @throws Refusal when a newer process has written what this one cannot read: a page of ours would delete it */
    async load() {
      const stored = await openLog(name)
      toDocument(stored)
      Y.applyUpdate(document, Y.encodeStateAsUpdate(stored))
      guard = makeGuard(document)
      // Whoever had it open before may have ended in the middle.
      behind = await isBehind(name)
      if (behind) timer ??= setTimeout(() => void work(), BEHIND)
      if (guard.doubles().length) void track(rename(guard.doubles()))
    },
    /**
     * Takes what a connection sent; resolves when it is in the log and in the document.
     * @param isAnothers as the guard asks
     * @throws when it could not be kept; it is not in the document then
     */
    take: (
      update: Uint8Array,
      by: string,
      origin: unknown,
      isAnothers: (writer: number) => boolean,
    ): Promise<Verdict> => track(keep(update, by, origin, isAnothers)),
    /** A row of another process, or of the story that this is a fork of. What a newer one knows and pages of ours would delete, ends the story here. */
    follow(update: Uint8Array) {
      const verdict = guard?.follow(update)
      if (verdict?.ok === false) {
        log.error({ text: name }, 'a newer process writes what this one cannot read')
        for (const connection of document.getConnections()) dismiss(connection as Connection<Context>, 1011)
      } else Y.applyUpdate(document, update, foreign)
    },
    /** Leaves the story as whoever opens it next should find it: lists up to date, its log one row. */
    async tidy() {
      while (taking.size) await Promise.allSettled(taking)
      await work(1)
    },
    /** No more work of its own. @returns whether there was some left */
    stop(): boolean {
      clearTimeout(timer)
      return behind
    },
  }
}
