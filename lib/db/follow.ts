import { getTableName, max } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import pg from 'pg'

import { within } from '#lib/deadline'

import type { Followed, Reader } from './types'

/** Milliseconds between looks, for when notifications do not come (a pooler between us, a connection that broke). */
const LOOK = 100

/** Until one that gets no answer is given up: the next is asked on another connection. */
const PATIENCE = 1000

/** How a connection that died in silence is found out: the system would ask after two hours. */
export const alive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** And until a broken connection is tried again. */
const AGAIN = 1000

/**
 * Follows a column on PostgreSQL. The table notifies of each row by a trigger, on the channel of its own name, with the
 * column's value.
 */
export function followPostgres(url: string, options: string, on: Reader, column: AnyPgColumn): Followed {
  let known = 0
  let stopped = false
  let looking = false
  let client: pg.Client | undefined
  const hear = (value: number) => {
    known = Math.max(known, value)
  }
  const look = async () => {
    if (looking) return
    looking = true
    // A database that does not answer is asked again; what was heard still holds.
    await within(PATIENCE, Promise.resolve(on.select({ value: max(column) }).from(column.table)), 'A look at the log')
      .then(([row]) => hear(Number(row?.value ?? 0)))
      .catch(() => {})
    looking = false
  }
  const listen = () => {
    if (stopped) return
    const opened = new pg.Client({ connectionString: url, options, application_name: 'stet', ...alive })
    client = opened
    let over = false
    const again = () => {
      if (over) return
      over = true
      opened.end().catch(() => {})
      if (!stopped) setTimeout(listen, AGAIN).unref()
    }
    opened.on('notification', ({ payload }) => hear(Number(payload) || 0))
    opened.on('error', again).on('end', again)
    opened
      .connect()
      .then(() => opened.query(`listen "${getTableName(column.table)}"`))
      .catch(again)
  }
  listen()
  const looks = setInterval(look, LOOK).unref()
  return {
    now: () => known,
    inTurn: () => known,
    stop: () => {
      stopped = true
      clearInterval(looks)
      client?.end().catch(() => {})
    },
  }
}
