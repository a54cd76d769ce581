import type { Connection } from '@hocuspocus/server'
import type { WebSocket } from 'ws'

import type { Actor } from '#lib/auth/actor'
import { actorOfSession } from '#lib/auth/cookie'
import { findSession } from '#lib/auth/queries'
import { log } from '#lib/log'
import { schemaVersion } from '#lib/story/document/nodes'
import { type Access, accessTo } from '#lib/story/queries/access'

import { type Denial, readOpening } from './protocol'

/** How old what we know of a person's rights may be, in milliseconds. */
export const FRESH = 1000

/** An edit is use of the session; noted this often at most, in milliseconds. */
const NOTED = 60_000

/** A person at an open socket. */
export type Visit = {
  socket: WebSocket
  /** Who the cookie said it is; undefined when nobody. */
  actor: Actor | undefined
  notedAt: number
}

/**
 * What we know of a person's right to one text, and since when, in milliseconds; none before it is opened.
 * @property reads the page said that it only reads: who edits a story and suggests for it meanwhile
 * @property answered it has sent what we lacked as the connection began; before that nothing vouches for what it has typed
 */
export type Right = {
  access: Access | undefined
  reads: boolean
  nudged: number | undefined
  answered: boolean
  checkedAt: number
}

/** A story at a socket. The right is the connection's own: others, or the same once more, may be opened there. */
export type Context = { visit: Visit } & Right

/** What a page is told that is not let in. */
export const denied = (reason: Denial) => Object.assign(new Error(''), { reason })

/**
 * Lets a person into a text.
 * @param token what the page says of itself
 * @throws an error with a Denial as reason
 */
export async function admit(visit: Visit, token: string, name: string): Promise<Right> {
  const page = readOpening(token)
  const began = Date.now()
  const actor = visit.actor && (await findSession(visit.actor.sessionId))?.actor
  // Somebody else has signed in since the page was made: what is on that device is not theirs to send.
  if (!actor || actor.id !== page?.personId) throw denied('signed-out')
  if (page.schema !== schemaVersion) throw denied('schema')
  const access = await accessTo(actor, name)
  if (!access) throw denied('not-found')
  visit.actor = actor
  const { reads, nudged } = page
  return { access: asked(access, reads), reads, nudged, answered: false, checkedAt: began }
}

/** No more than was asked for. */
const asked = (access: Access | undefined, reads: boolean) => (access && reads ? 'read' : access)

/** Ends a connection: it comes again, and is told what holds then. Nothing that is still on its way is taken. */
export function dismiss(connection: Connection<Context>, code: 1011 | 4403): void {
  connection.readOnly = true
  connection.context.visit.socket.close(code)
}

/** Dismisses whoever may no longer do what they could, or may do more. */
export async function recheck(connection: Connection<Context>): Promise<void> {
  const { context } = connection
  const { visit } = context
  const began = Date.now()
  const actor = visit.actor && (await findSession(visit.actor.sessionId))?.actor
  const access = asked(actor && (await accessTo(actor, connection.document.name)), context.reads)
  if (access !== context.access) return dismiss(connection, 4403)
  visit.actor = actor
  context.checkedAt = began
}

/** Notes that the session is in use; an open page alone is none. */
export function note(visit: Visit, now = Date.now()): void {
  if (!visit.actor || now - visit.notedAt < NOTED) return
  visit.notedAt = now
  actorOfSession(visit.actor.sessionId).catch((error) => log.error({ err: error }, 'use of a session was not noted'))
}
