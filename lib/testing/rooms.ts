import { eq } from 'drizzle-orm'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, vi } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import type { Connection } from '#lib/collab/connection'
import { db, install } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { readLine } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { storyLog } from '#lib/story/log/tables'
import { stories } from '#lib/story/tables'
import { forkName } from '#lib/story/text-name'

import { cookieOf, type Jar, openStory, startCollab, until } from './collab'
import { type TestDatabase, testDatabase } from './database'
import { beginStory } from './log'
import { newsroom } from './newsroom'

/** For each test a database with nadia's story `flood`, its co-editing server, and browsers that keep what is typed. */
export function floodInRooms() {
  const database = {} as TestDatabase
  const desk = {} as Awaited<ReturnType<typeof newsroom>>
  const server = {} as Awaited<ReturnType<typeof startCollab>>
  const opened: Connection[] = []

  const start = async (port?: number) => void Object.assign(server, await startCollab(port))
  const leave = async () => {
    for (const connection of opened.splice(0)) await connection.destroy()
  }
  beforeEach(async () => {
    Object.assign(database, await testDatabase())
    Object.assign(desk, await newsroom())
    await beginStory('flood')
    await start()
    vi.stubGlobal('indexedDB', new IDBFactory())
  })
  afterEach(async () => {
    await leave()
    await server.close()
    install(database.db)
    await database.drop()
  })

  async function open(person: Actor, jar?: Jar, origin?: string, text = 'flood', reads = false) {
    const cookies = jar ?? { cookie: await cookieOf(person) }
    const connection = openStory(origin ?? server.origin, text, person, cookies, reads)
    opened.push(connection)
    return connection
  }
  /** Opens the story and waits for its text. */
  async function opens(person: Actor, jar?: Jar, origin?: string, text?: string, reads?: boolean) {
    const connection = await open(person, jar, origin, text, reads)
    await until(() => connection.state().room && ['saved', 'read-only'].includes(connection.state().save))
    return connection
  }
  return {
    database,
    desk,
    server,
    /** Starts the server again, where browsers look for it when the port is given. */
    start,
    /** Everybody leaves. */
    leave,
    open,
    opens,
    /** Opens a person's suggestions for it, as they do themselves or another who looks at them. */
    opensFork: (of: Actor, person: Actor = of, origin?: string) =>
      opens(person, undefined, origin, forkName('flood', of.id), person !== of),
  }
}

export const saveOf = (connection: Connection) => connection.state().save

/** The headline in the log. */
export const logged = async () => readLine(await loadLog(db, 'flood'), 'headline')

export const rows = () => db.select({ by: storyLog.by }).from(storyLog).where(eq(storyLog.storyId, 'flood'))

export const setPerson = (person: Actor, change: Partial<typeof people.$inferInsert>) =>
  db.write((tx) => tx.update(people).set(change).where(eq(people.id, person.id)))

export const setStory = (change: Partial<typeof stories.$inferInsert>) =>
  db.write((tx) => tx.update(stories).set(change).where(eq(stories.id, 'flood')))

export const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000))
