import { db } from '#lib/db/client'
import { endSpell, type SpellJob } from '#lib/story/commands/spells'

import type { Handler } from '../runner'

/** Keeps what a spell of work has left, in the commit that ends the job: once, however many processes look. */
export const spell: Handler = async (job) => {
  const { storyId } = job.payload as SpellJob
  await db.write(async (tx) => {
    // Ended first: where work goes on it is planned anew, under the same name.
    await job.done(tx)
    await endSpell(tx, storyId, new Date())
  })
}
