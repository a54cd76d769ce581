import type { Connection, Document } from '@hocuspocus/server'
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'

import { log } from '#lib/log'
import { type Here, moveCarets, setPresent } from '#lib/presence/commands'
import { BEAT } from '#lib/presence/fresh'
import { listElsewhere } from '#lib/presence/queries'
import type { Caret } from '#lib/presence/tables'
import { keepHolds } from '#lib/story/commands/hold'
import { processId } from '#lib/story/log/write'
import { readName } from '#lib/story/text-name'

import type { Room } from './room'
import type { Context } from './visit'

/** How often carets are exchanged with other processes, in milliseconds. */
const EVERY = 1000

/** What other processes' carets are applied with. */
const foreign = 'another process'

/**
 * Tells the newsroom who is in the rooms of this process, and shows those whom other processes have in them. Joining and
 * leaving is written at once, and a beat every ten seconds; a moved caret only while another process has somebody in the
 * same room, to whom it is shown a second later.
 */
export function makeHere(rooms: ReadonlyMap<string, Room>) {
  const moved = new Set<string>()
  const company = new Map<string, Set<number>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = 0
  let changed = false
  let stopped = false
  let working = Promise.resolve()

  const everybody = () => [...rooms].flatMap(([room, { document }]) => peopleIn(room, document, company.has(room)))

  async function write() {
    changed = false
    written = Date.now()
    const here = everybody()
    await setPresent(processId(), here)
    await keepHolds(here.map(({ room, personId }) => ({ storyId: readName(room).storyId, personId })))
  }

  async function exchange() {
    if (changed || Date.now() - written >= BEAT) await write()
    const others = await listElsewhere(processId(), [...rooms.keys()])
    for (const [name, { document }] of rooms) {
      const there = others.filter(({ room }) => room === name).flatMap(({ carets }) => carets)
      const known = company.get(name)
      if (!known && !others.some(({ room }) => room === name)) continue
      // The others do not have this room's carets yet.
      if (!known) moved.add(name)
      company.set(name, show(document, there, known ?? new Set()))
      if (!others.some(({ room }) => room === name)) company.delete(name)
    }
    const going = [...moved].filter((room) => company.has(room))
    moved.clear()
    const here = everybody().filter(({ room }) => going.includes(room))
    if (here.length) await moveCarets(processId(), here)
  }

  async function loop() {
    timer = undefined
    working = working.then(exchange).catch((error) => log.error({ err: error }, 'who is here was not told'))
    await working
    if (rooms.size || changed) start()
  }

  function start() {
    if (!stopped) timer ??= setTimeout(loop, EVERY).unref()
  }

  return {
    /** A room was opened. */
    open(name: string, document: Document) {
      document.awareness.on('update', (_: unknown, origin: unknown) => {
        if (origin !== foreign) moved.add(name)
      })
      document.on('destroy', () => company.delete(name))
    },
    /** Somebody came or left. */
    changed() {
      changed = true
      clearTimeout(timer)
      timer = undefined
      if (!stopped) timer = setTimeout(loop, 50).unref()
    },
    /** Everybody has left. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      await working
      if (written)
        await setPresent(processId(), []).catch((error) => log.error({ err: error }, 'who was here was not told'))
    },
  }
}

/** The people of a room, each once, with the carets of all their windows where those are wanted. */
function peopleIn(room: string, document: Document, carets: boolean): Here[] {
  const people = new Map<string, Here>()
  for (const connection of document.getConnections() as Connection<Context>[]) {
    const personId = connection.context.visit.actor?.id
    if (!personId) continue
    const person = people.get(personId) ?? { room, personId, carets: [] }
    people.set(personId, person)
    if (carets) person.carets.push(...caretsOf(document, connection))
  }
  return [...people.values()]
}

function caretsOf(document: Document, connection: Connection): Caret[] {
  const { states, meta } = document.awareness
  return [...document.getClients(connection)].flatMap((client: number) => {
    const state = states.get(client)
    return state ? { client, clock: meta.get(client)?.clock ?? 0, state } : []
  })
}

/**
 * Shows in a room those whom other processes have in it, and no longer those who have gone.
 * @param known whom it showed until now
 * @returns whom it shows now
 */
function show(document: Document, there: Caret[], known: Set<number>): Set<number> {
  const { awareness } = document
  const own = new Set(document.getConnections().flatMap((connection) => [...document.getClients(connection)]))
  const shown = there.filter(({ client }) => !own.has(client))
  const clients = shown.map(({ client }) => client)
  const gone = [...known].filter((client) => !own.has(client) && !clients.includes(client))
  if (gone.length) removeAwarenessStates(awareness, gone, foreign)
  if (shown.length) {
    const meta = new Map(shown.map(({ client, clock }) => [client, { clock, lastUpdated: 0 }]))
    const states = new Map(shown.map(({ client, state }) => [client, state]))
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate({ meta } as Awareness, clients, states), foreign)
  }
  return new Set(clients)
}
