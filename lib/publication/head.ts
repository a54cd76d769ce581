import { db } from '#lib/db/client'
import type { Followed } from '#lib/db/types'

import { publications } from './tables'

// On globalThis, as modules exist twice: the door runs in Next's, who asks in our server's.
const key = Symbol.for('stet.publication.head')
const held = globalThis as { [key]?: { own: number; others?: Followed } }

const state = () => (held[key] ??= { own: 0 })

/** Where the publication log stands, as far as can be told without waiting: exact for what this process committed. */
export const head = () => Math.max(state().own, state().others?.now() ?? 0)

/** The same for a request that arrives, shared with all that arrive in the same turn of the event loop. */
export const headInTurn = () => Math.max(state().own, state().others?.inTurn() ?? 0)

/** For the door, when its transaction is committed. */
export function moveHead(seq: number): void {
  state().own = Math.max(state().own, seq)
}

/** From now on `head` knows of other processes' acts too: at once on SQLite, within 150 ms on PostgreSQL. */
export function followLog(): () => void {
  const followed = db.follow(publications.seq)
  state().others = followed
  return () => {
    followed.stop()
    held[key] = undefined
  }
}
