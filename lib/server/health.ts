import { db } from '#lib/db/client'
import { engine } from '#lib/db/columns'
import { lastSeq } from '#lib/publication/queries'

export const version = '0.1.0'

/** What a load balancer or an admin asks: whether the database answers, and how far the publication log is. */
export async function health() {
  try {
    return { status: 'ok', version, database: engine, log: await lastSeq(db) }
  } catch {
    return { status: 'failing', version, database: engine, log: null }
  }
}
