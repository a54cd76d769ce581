import { setTimeout as sleep } from 'node:timers/promises'

import { log } from '#lib/log'

import { readHeads, writeHead } from './head'
import { agreesWith, findLastLink } from './queries/links'
import type { Known } from './walk'

/** Milliseconds between two heads: acts in between are noted with the next. */
const PAUSE = 250

type Following = { wanted?: Known; writing?: Promise<void>; leaving: AbortController }

// On globalThis, as modules exist twice in one process: commands run in Next's, who asks for it is our server's.
const key = Symbol.for('stet.audit.head')
const held = globalThis as { [key]?: Following }

/** From now on this process notes beside the key how far the audit has come, after each commit and behind nobody's back. */
export async function followAudit(): Promise<void> {
  followOwn()
  for (const head of readHeads())
    if (!(await agreesWith(head)))
      log.error({ seq: head.seq }, 'the audit lacks what was noted of it: see `npm run stet -- audit verify`')
  const last = await findLastLink()
  if (last) noteHead(last)
}

/** The same for a process that is soon over: what it does itself. */
export function followOwn(): void {
  held[key] ??= { leaving: new AbortController() }
}

/** For whoever has appended, once that is committed. Nothing where nobody asked for it, as in tests. */
export function noteHead(head: Known): void {
  const following = held[key]
  if (!following || (following.wanted?.seq ?? 0) > head.seq) return
  following.wanted = head
  following.writing ??= write(following)
}

/** Waits for the last head; then the process may end. */
export async function headWritten(): Promise<void> {
  const following = held[key]
  if (!following) return
  following.leaving.abort()
  await following.writing
  held[key] = undefined
}

async function write(following: Following) {
  while (following.wanted) {
    const head = following.wanted
    following.wanted = undefined
    try {
      await writeHead(head, agreesWith)
    } catch (error) {
      log.error({ err: error }, 'the head of the audit was not noted')
    }
    await sleep(PAUSE, undefined, { signal: following.leaving.signal }).catch(() => {})
  }
  following.writing = undefined
}
