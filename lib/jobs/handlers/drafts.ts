import { db } from '#lib/db/client'
import { carryOutDraft, noteDraftTrouble } from '#lib/draft/commands/carry-out'
import { findDue } from '#lib/draft/queries/plans'
import { isRefusal } from '#lib/errors'
import { log } from '#lib/log'

import type { Timed } from '../timed'

/** Does the first of what is planned for fronts, pages and menus and due, in a commit of its own, in the order of their hours. */
export const draftsDue: Timed = async (now) => {
  const due = await findDue(now)
  if (!due) return false
  try {
    await db.write((tx) => carryOutDraft(tx, due, now))
  } catch (err) {
    // Not the plan's fault, and nothing to be noted in a database that takes nothing: the next look tries it again.
    if (isRefusal(err) && err.reason === 'busy') return false
    log.error({ err, schedule: due }, 'what was planned for a front, page or menu could not be done')
    await db.write((tx) => noteDraftTrouble(tx, due, err, now))
  }
  return true
}
