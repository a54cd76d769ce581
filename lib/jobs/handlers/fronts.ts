import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { carryOutFront, noteFrontTrouble } from '#lib/front/commands/carry-out'
import { findDue } from '#lib/front/queries/plans'
import { log } from '#lib/log'

import type { Timed } from '../timed'

/** Does the first of what is planned for fronts and due, in a commit of its own, in the order of their hours. */
export const frontsDue: Timed = async (now) => {
  const due = await findDue(now)
  if (!due) return false
  try {
    await db.write((tx) => carryOutFront(tx, due, now))
  } catch (err) {
    // Not the plan's fault, and nothing to be noted in a database that takes nothing: the next look tries it again.
    if (isRefusal(err) && err.reason === 'busy') return false
    log.error({ err, schedule: due }, 'what was planned for a front could not be done')
    await db.write((tx) => noteFrontTrouble(tx, due, err, now))
  }
  return true
}
