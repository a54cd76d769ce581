import { db } from '#lib/db/client'
import { engine } from '#lib/db/columns'
import { within } from '#lib/deadline'
import { lastSeq } from '#lib/publication/queries'

export const version = '0.1.0'

/** Milliseconds until a database that does not answer counts as one that fails: who asks gives up soon after. */
const PATIENCE = 2000

/** What a load balancer or an admin asks: whether the database answers, and how far the publication log is. */
export async function health(patience = PATIENCE) {
  try {
    return { status: 'ok', version, database: engine, log: await within(patience, lastSeq(db), 'The publication log') }
  } catch {
    return { status: 'failing', version, database: engine, log: null }
  }
}
