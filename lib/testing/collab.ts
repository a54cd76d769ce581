import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { encode } from 'next-auth/jwt'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { openSession } from '#lib/auth/commands/sessions'
import { cookieName } from '#lib/auth/cookie'
import { type Connection, connect } from '#lib/collab/connection'
import { makeCollab } from '#lib/collab/server'
import { authSecret } from '#lib/config'
import { type Db, db, install } from '#lib/db/client'
import { readLine } from '#lib/story/document/ydoc'

import { typeHeadline } from './log'

/** A co-editing server of the test database, on a free port unless one is given. */
export async function startCollab(port = 0) {
  const collab = makeCollab()
  const server = createServer().on('upgrade', collab.upgrade)
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close()
      await collab.closeRooms()
    },
  }
}

/** Signs in. @returns the browser's cookie header */
export async function cookieOf(person: Actor): Promise<string> {
  const token = await db.write((tx) => openSession(tx, person.id, { address: '192.0.2.7', agent: 'Test' }, new Date()))
  return `${cookieName()}=${await encode({ token: { token }, secret: authSecret(), salt: cookieName() })}`
}

/** What a browser sends with a socket; its cookies may change while a page is open. */
export type Jar = { cookie: string; origin?: string }

/** A WebSocket as a browser with this jar makes it. */
export const socketWith = (jar: Jar) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: jar })
      // One that is closed before it opened: in a browser nobody has to listen.
      this.on('error', () => {})
    }
  }

/**
 * A person's open story, or a fork of it, as the edit screen has it.
 * @param reads it will not be written
 * @param nudged the last nudge before their page was made
 */
export const openStory = (
  origin: string,
  story: string,
  person: Actor,
  jar: Jar,
  reads = false,
  nudged?: number,
): Connection => {
  const me = { id: person.id, name: person.name }
  return connect({ origin, story, me, reads, nudged, WebSocketPolyfill: socketWith(jar) })
}

/** The document that the person sees. */
export function documentOf(connection: Connection): Y.Doc {
  const { room } = connection.state()
  if (!room) throw new Error('The story is not open.')
  return room.ydoc
}

export const headlineOf = (connection: Connection) => readLine(documentOf(connection), 'headline')

/** Types at the beginning of the headline. */
export function type(connection: Connection, words: string) {
  const ydoc = documentOf(connection)
  ydoc.transact(() => typeHeadline(words)(ydoc))
}

const socketOf = (connection: Connection) => connection.state().room?.provider.configuration.websocketProvider

/** Ends the socket, and keeps away until one comes back. */
export const goOffline = (connection: Connection) => socketOf(connection)?.disconnect()

export function comeBack(connection: Connection) {
  const socket = socketOf(connection)
  if (!socket) return
  // One that is still closing connects again by itself when it may.
  socket.shouldConnect = true
  void socket.connect()
}

/** Waits until it holds, at most `ms`. */
export async function until(holds: () => unknown, ms = 5000): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to hold in ${ms} ms: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export const isSaved = (connection: Connection) => () => connection.state().save === 'saved'

/**
 * Makes the appends of this process wait, or fail, until it is called.
 * @param meanwhile what they fail with
 */
export function holdAppends(opened: Db, meanwhile?: Error) {
  let held = true
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const append = async (run: Parameters<Db['append']>[0]) => {
    if (held && meanwhile) throw meanwhile
    await gate
    return opened.append(run)
  }
  install(Object.assign(Object.create(opened), { append }))
  return () => {
    held = false
    open()
  }
}

/** Makes the writes of this process fail, until it is called; appends do not. */
export function failWrites(opened: Db) {
  const write = async () => {
    throw new Error('disk full')
  }
  install(Object.assign(Object.create(opened), { write }))
  return () => install(opened)
}
