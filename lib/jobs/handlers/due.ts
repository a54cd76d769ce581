import { db, type Tx } from '#lib/db/client'
import { carryOutDraft, noteDraftTrouble } from '#lib/draft/commands/carry-out'
import { findDueDraft } from '#lib/draft/queries/plans'
import { isRefusal } from '#lib/errors'
import { log } from '#lib/log'
import { carryOut, noteTrouble } from '#lib/story/commands/carry-out'
import { findDue } from '#lib/story/queries/due'

import type { Timed } from '../timed'

type Plans = {
  /** The id of the first that is due. */
  find: (now: Date) => Promise<string | undefined>
  /** @throws Refusal where it cannot be done as things are */
  carryOut: (tx: Tx, id: string, now: Date) => Promise<void>
  noteTrouble: (tx: Tx, id: string, error: unknown, now: Date) => Promise<void>
}

/** Does the first of what is planned and due, in a commit of its own, in the order of their hours. */
const firstOf =
  (plans: Plans): Timed =>
  async (now) => {
    const due = await plans.find(now)
    if (!due) return false
    try {
      await db.write((tx) => plans.carryOut(tx, due, now))
    } catch (err) {
      // Not the plan's fault, and nothing to be noted in a database that takes nothing: the next look tries it again.
      if (isRefusal(err) && err.reason === 'busy') return false
      log.error({ err, schedule: due }, 'what was planned could not be done')
      await db.write((tx) => plans.noteTrouble(tx, due, err, now))
    }
    return true
  }

export const storiesDue = firstOf({ find: findDue, carryOut, noteTrouble })
/** Of fronts, pages and menus. */
export const draftsDue = firstOf({ find: findDueDraft, carryOut: carryOutDraft, noteTrouble: noteDraftTrouble })
