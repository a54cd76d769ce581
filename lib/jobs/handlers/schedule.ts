import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { log } from '#lib/log'
import { carryOut, noteTrouble } from '#lib/story/commands/carry-out'
import { findDue } from '#lib/story/queries/due'

import type { Timed } from '../timed'

/** Does the first of what is planned and due, in a commit of its own, in the order of their hours. */
export const schedule: Timed = async (now) => {
  const due = await findDue(now)
  if (!due) return false
  try {
    await db.write((tx) => carryOut(tx, due, now))
  } catch (err) {
    // Not the plan's fault, and nothing to be noted in a database that takes nothing: the next look tries it again.
    if (isRefusal(err) && err.reason === 'busy') return false
    log.error({ err, schedule: due }, 'what was planned could not be done')
    await db.write((tx) => noteTrouble(tx, due, err, now))
  }
  return true
}
