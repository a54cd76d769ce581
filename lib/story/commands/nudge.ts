import { lt } from 'drizzle-orm'

import { db, type Tx } from '#lib/db/client'

import type { NudgeAbout } from '../nudges'
import { storyNudges } from '../tables'

type Listener = (storyId: string, about: NudgeAbout) => void

// On globalThis, as modules exist twice in one process: actions are in Next's bundle, rooms in our server's.
const key = Symbol.for('stet.nudged')
const held = globalThis as { [key]?: Set<Listener> }
const listeners = () => (held[key] ??= new Set())

/** Has every process tell the open screens of a story that they should look again; this one does so at once. */
export async function nudge(tx: Tx, storyId: string, about: NudgeAbout, now: Date): Promise<void> {
  await tx.insert(storyNudges).values({ storyId, about, at: now })
  db.afterCommit(() => {
    for (const hear of listeners()) hear(storyId, about)
  })
}

/** Hears of what this process nudges, once it is committed. @returns ends it */
export function onNudge(listener: Listener): () => void {
  listeners().add(listener)
  return () => void listeners().delete(listener)
}

const keptMs = 86_400_000

/** Deletes what every process has told long ago. */
export async function forgetNudges(tx: Tx, now: Date): Promise<void> {
  await tx.delete(storyNudges).where(lt(storyNudges.at, new Date(now.getTime() - keptMs)))
}
