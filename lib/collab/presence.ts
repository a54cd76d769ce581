import type { Connection, Document } from '@hocuspocus/server'

import type { Actor } from '#lib/auth/actor'
import { hueOf } from '#lib/ui/tone'

/** A caret is two positions in the text; more than this is something else. In characters of JSON. */
const LARGEST_CURSOR = 2000

type States = Map<number, Record<string, unknown>>

/**
 * Leaves of what a connection says about itself only its caret, under the name of who is signed in; drops what it says
 * about others. One connection is one client: a message that tells of a crowd is one of the first that it tells of.
 */
export function identify(states: States, actor: Actor, connection: Connection, document: Document): void {
  const own = document.getClients(connection)
  let told = own.size
  for (const [client, state] of states) {
    const more = own.has(client) ? 0 : 1
    const { cursor = null } = state
    // Empty is what Hocuspocus itself reads the message with.
    const empty = Object.keys(state).length === 0
    if (empty || told + more > 1 || !isOwn(client, actor, connection, document) || !fits(cursor)) {
      states.delete(client)
      continue
    }
    told += more
    states.set(client, { user: { id: actor.id, name: actor.name, color: hueOf(actor.name) }, cursor })
  }
}

const fits = (cursor: unknown) => JSON.stringify(cursor).length <= LARGEST_CURSOR

/** Its own, or one that the same person has left behind on a connection that is not closed yet. */
function isOwn(client: number, actor: Actor, connection: Connection, document: Document): boolean {
  const own = document.getClients(connection)
  if (own.size) return own.has(client)
  const holder = document.getConnections().find((other) => document.getClients(other).has(client))
  return !holder || holder.context.visit.actor?.id === actor.id
}
