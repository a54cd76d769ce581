import { cutAudit, erasePersonal } from '#lib/audit/commands'
import { forgetOver } from '#lib/auth/commands/forget'
import { db } from '#lib/db/client'
import { warnOfExpiry } from '#lib/media/commands/expire'
import { sweepWork, workFolder } from '#lib/media/store/work'
import { forgetUploads, uploadsFolder } from '#lib/media/uploads/parts'
import { forgetRead } from '#lib/notification/commands'
import { forgetGone } from '#lib/presence/commands'
import { forgetReports } from '#lib/report/commands'
import { findRetention } from '#lib/settings/queries'
import { forgetNudges } from '#lib/story/commands/nudge'

import { enqueue } from '../commands'
import type { Handler } from '../runner'

const day = 86_400_000
const hour = 3

/** When the database is tidied next: once a day at 03:00 UTC. */
export function nextTidy(now: Date): Date {
  const today = new Date(now).setUTCHours(hour, 0, 0, 0)
  return new Date(today > now.getTime() ? today : today + day)
}

/** Plans the next tidying: one, whoever asks and however often. */
export function planTidy(now = new Date()): Promise<void> {
  const dueAt = nextTidy(now)
  const dedupe = `tidy:${dueAt.toISOString()}`
  return db.write((tx) => enqueue(tx, { name: 'tidy', payload: dueAt.getTime(), dueAt, dedupe }, now))
}

/** As the settings say; each cut is a write of its own, as there may be many entries. */
async function tidyAudit(now: Date) {
  const { days, personalDays } = await findRetention()
  if (personalDays !== null) await erasePersonal(new Date(now.getTime() - personalDays * day))
  if (days !== null) await cutAudit(new Date(now.getTime() - days * day), now)
}

/** Deletes what would otherwise grow for ever, and warns of what is about to end. The next time is planned first: it comes even when this one is given up. */
export const tidy: Handler = async (job) => {
  // Never itself once more, which would begin at once, and again: a clock may have been set back since it was claimed.
  await planTidy(new Date(Math.max(Date.now(), Number(job.payload))))
  await tidyAudit(new Date())
  await forgetUploads(uploadsFolder(), new Date())
  await sweepWork(workFolder(), new Date())
  await db.write(async (tx) => {
    const now = new Date()
    await warnOfExpiry(tx, now)
    for (const forget of [forgetOver, forgetRead, forgetGone, forgetNudges, forgetReports]) await forget(tx, now)
    await job.done(tx)
  })
}
