import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

import { type beforeSyncPayload, type Connection, type Document, Hocuspocus } from '@hocuspocus/server'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'

import { actorFromCookies } from '#lib/auth/cookie'
import { log } from '#lib/log'
import { covers } from '#lib/story/log/read'
import { isForkOf } from '#lib/story/text-name'

import { makeFollower } from './follow'
import { makeHere } from './here'
import { makeNudger } from './nudges'
import { isNotOurs, makeOwed } from './owed'
import { identify } from './presence'
import { type FromServer, readHas, readMark } from './protocol'
import { makeRoom, type Room } from './room'
import { admit, type Context, denied, dismiss, FRESH, note, recheck, type Visit } from './visit'

/** Far above what the guard lets pass, so that it is the guard that refuses; in bytes. */
const LARGEST_MESSAGE = 16 * 1024 * 1024

/** What a stranger may send in all, and how many are listened to at once; in bytes, and sockets. */
const STRANGERS_MOST = 1024 * 1024
const MOST_STRANGERS = 50

/** How long a stranger may stay, and a socket take to close at the end, in milliseconds. */
const STRANGER = 5000
const GOODBYE = 1500

/** How long a browser may be silent: in the background its timers run once a minute; in milliseconds. */
const SILENT = 150_000

/** Yjs's first message: a state vector, no edit. */
const STEP_1 = 0
const STEP_2 = 1

/** The co-editing of one process, on whatever HTTP server hands it upgrades. */
export function makeCollab() {
  const rooms = new Map<string, Room>()
  const follower = makeFollower(rooms)
  const owed = makeOwed()
  const here = makeHere(rooms)
  const nudger = makeNudger(rooms, recheck)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE })
  const strangers = new WebSocketServer({ noServer: true, maxPayload: STRANGERS_MOST })
  let closing = false

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    timeout: SILENT,
    // A socket that is opened anew asks for all of its documents at once; one more than this ends it.
    maxPendingDocuments: 8,
    maxUnauthenticatedQueueSize: LARGEST_MESSAGE,
    async onAuthenticate({ token, documentName, connectionConfig, context }) {
      try {
        const right = await admit(context.visit, token, documentName)
        connectionConfig.readOnly = right.access === 'read'
        // Becomes part of this connection's context, and of no other's.
        return right
      } catch (error) {
        if (!(error as { reason?: string }).reason) fail(context.visit, documentName, error)
        throw error
      }
    },
    async onLoadDocument({ document, documentName, context }) {
      const room = makeRoom(documentName, document, {
        readOn: follower.readOn,
        kept: (update) => spread(documentName, update),
      })
      document.on('destroy', () => forget(documentName, room))
      try {
        // Followed before it is loaded, or rows that come meanwhile would pass it by.
        rooms.set(documentName, room)
        await follower.start()
        await nudger.start()
        await room.load()
        here.open(documentName, document)
      } catch (error) {
        forget(documentName, room)
        if (isNotOurs(error)) throw denied('schema')
        fail(context.visit, documentName, error)
        throw Object.assign(new Error(''), { reason: 'not-loaded' })
      }
    },
    beforeSync: (message) => takeMessage(message as beforeSyncPayload<Context>),
    async beforeHandleAwareness({ states, context, connection, document }) {
      const actor = context?.visit.actor
      if (connection && actor) identify(states, actor, connection, document)
    },
    async connected({ connection, context, documentName }) {
      here.changed()
      await nudger.catchUp(connection).catch((error) => fail(context.visit, documentName, error))
    },
    async onStateless({ connection, document, payload }) {
      // In order behind the edits, each of which was awaited: so all of them are kept.
      const n = readMark(payload)
      if (n !== undefined && !connection.readOnly && connection.context.answered) say(connection, { t: 'marked', n })
      // Who may not write asks instead whether anything was left behind.
      const has = readHas(payload)
      if (has && covers(document, has.seen)) say(connection, { t: 'marked', n: has.n })
    },
    // A message that could not be read ends the connection to the story; without its socket nobody would notice.
    async onDisconnect({ context }) {
      here.changed()
      context.visit.socket.close(1011)
    },
    beforeUnloadDocument: async ({ documentName }) => rooms.get(documentName)?.tidy(),
  })

  /** What a story's text has got, its forks here get too; their logs need none of it. */
  function spread(name: string, update: Uint8Array) {
    for (const [other, room] of rooms) if (isForkOf(name, other)) room.follow(update)
  }

  async function takeMessage({ type, payload, connection, document, documentName }: beforeSyncPayload<Context>) {
    const room = rooms.get(documentName)
    const { context } = connection
    const { visit, checkedAt } = context
    if (room?.document !== document) return dismiss(connection, 1011)
    if (type === STEP_1 || connection.readOnly) return
    const answers = type === STEP_2
    try {
      // Each connection repeats all its deletions: what the document has is in the log.
      if (answers && holds(document, payload)) return vouch(context)
      if (Date.now() - checkedAt > FRESH) await recheck(connection)
      if (connection.readOnly || !visit.actor) return
      const { id } = visit.actor
      const verdict = await room.take(payload, id, { source: 'connection', connection }, writersBut(id, document))
      if (verdict.ok) {
        if (answers) vouch(context)
        return note(visit)
      }
      // An answer to our state vector lacks nothing that could come later; a single update may.
      if (verdict.missing && !answers) return dismiss(connection, 1011)
      const fault = verdict.missing ? 'it builds on what nobody has' : verdict.fault
      log.warn({ story: documentName, person: visit.actor.id, fault }, 'an edit was refused')
      say(connection, { t: 'refused', reason: excesses[fault] ?? 'The server did not take your last changes.' })
      connection.readOnly = true
    } catch (error) {
      connection.readOnly = true
      fail(visit, documentName, error)
    }
  }

  const vouch = (context: Context) => {
    context.answered = true
  }

  const say = (connection: Connection<Context>, message: FromServer) =>
    connection.sendStateless(JSON.stringify(message))

  /** Our fault: the socket ends, so that the browser comes again and sends again. */
  function fail(visit: Visit, story: string, error: unknown) {
    log.error({ err: error, story }, 'a room failed')
    visit.socket.close(1011)
  }

  function forget(id: string, room: Room) {
    if (room.stop()) owed.owe(id)
    if (rooms.get(id) === room) rooms.delete(id)
  }

  const watch = setInterval(() => {
    for (const { document } of rooms.values())
      for (const connection of document.getConnections())
        recheck(connection).catch((error) => log.error({ err: error }, 'rights were not checked'))
  }, FRESH)
  watch.unref()

  function welcome(socket: WebSocket, visit: Visit) {
    const client = hocuspocus.handleConnection(socket, new Request('http://localhost/collab'), {
      visit,
      access: undefined,
      reads: false,
      nudged: undefined,
      answered: false,
      checkedAt: 0,
    })
    let bytes = 0
    socket.on('message', (data: Buffer, binary: boolean) => {
      bytes += data.length
      // All of it would be held until somebody signs in.
      if (!visit.actor && bytes > STRANGERS_MOST) socket.terminate()
      else if (binary) client.handleMessage(new Uint8Array(data))
      else socket.close(1003)
    })
    socket.on('close', (code: number) => client.handleClose({ code, reason: '' }))
    socket.on('error', () => socket.terminate())
    if (!visit.actor) setTimeout(() => socket.terminate(), STRANGER).unref()
  }

  async function enter(req: IncomingMessage, socket: Duplex, head: Buffer) {
    const actor = await actorFromCookies(req.headers.cookie)
    if (closing || (!actor && strangers.clients.size >= MOST_STRANGERS)) return socket.destroy()
    const answering = actor ? sockets : strangers
    answering.handleUpgrade(req, socket, head, (opened) => welcome(opened, { socket: opened, actor, notedAt: 0 }))
  }

  return {
    resume: owed.resume,
    /** A socket of a browser; its Origin was checked. Who is not signed in is told so over the socket. */
    upgrade(req: IncomingMessage, socket: Duplex, head: Buffer) {
      enter(req, socket, head).catch((error) => {
        log.error({ err: error }, 'a socket was not opened')
        socket.destroy()
      })
    },
    /** Says goodbye to everybody and leaves every story tidy; resolves when all that was sent is kept. */
    async closeRooms() {
      closing = true
      clearInterval(watch)
      const open = [...sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      for (const socket of strangers.clients) socket.terminate()
      for (const socket of sockets.clients) socket.close(1012)
      const late = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, GOODBYE)
      await Promise.all(open)
      clearTimeout(late)
      for (const room of [...rooms.values()]) await room.tidy()
      for (const room of rooms.values()) room.stop()
      follower.stop()
      nudger.stop()
      await here.stop()
      await owed.stop()
    },
  }
}

/** Numbers of the browsers that others write with, as far as they have told their carets here. */
const writersBut = (personId: string, document: Document) => (writer: number) =>
  document.getConnections().some((other: Connection<Context>) => {
    const { visit } = other.context
    return !other.readOnly && visit.actor?.id !== personId && document.getClients(other).has(writer)
  })

/** What a person may have done without meaning any harm. */
const excesses: Record<string, string> = {
  'too large': 'This is too much text at once for the server.',
  'too many blocks': 'A story has no more than 5,000 paragraphs.',
  'the text is too long': 'This is too much text for one story.',
}

/** Garbage is for the guard to refuse. */
function holds(document: Y.Doc, update: Uint8Array): boolean {
  try {
    return Y.snapshotContainsUpdate(Y.snapshot(document), update)
  } catch {
    return false
  }
}
