import { endBar } from '#lib/breaking/commands'
import { isBarDue } from '#lib/breaking/queries'
import { db } from '#lib/db/client'

import type { Timed } from '../timed'

/** Takes the breaking bar down once its time is over. */
export const barDue: Timed = async (now) => {
  if (!(await isBarDue(now))) return false
  await db.write((tx) => endBar(tx, now))
  return true
}
