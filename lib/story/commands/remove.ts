import { and, eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { followStory } from '#lib/front/commands/follow-story'
import { cancel } from '#lib/jobs/commands'
import { settleMedia } from '#lib/media/commands/show'
import { previewLinks } from '#lib/preview/tables'
import { release } from '#lib/publication/door'
import { revisions } from '#lib/publication/tables'

import { liveStory } from '../live'
import { loadStory } from '../queries/load'
import { proofJob } from '../queries/proof'
import { wasPublished } from '../queries/publish-state'
import { stories, storySchedules } from '../tables'
import { shownMedia } from './give-readers'
import { spellJob } from './spells'

/**
 * Takes a story away as if it had never been: its addresses answer 404, its slug is free, its text is nowhere.
 * The publication log and the audit keep that there was one.
 * @param actor an admin, or null for the command line
 */
export function removeStory(actor: Actor | null, id: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    await loadStory(tx, id)
    if (actor) ensureAdmin(actor)
    const actorId = actor?.id ?? null
    const shown = await shownMedia(tx, id)
    if (await wasPublished(tx, id)) await release(tx, { act: 'remove', live: liveStory, subject: id, actorId, at: now })
    else await appendAudit(tx, { actorId, act: 'remove', subject: `story:${id}`, at: now })
    await settleMedia(tx, shown, actorId, now)
    await followStory(tx, id, actorId, now)
    // Before the revisions that they pin.
    await tx.delete(storySchedules).where(eq(storySchedules.storyId, id))
    await tx.delete(previewLinks).where(eq(previewLinks.storyId, id))
    await tx.delete(revisions).where(and(eq(revisions.kind, 'story'), eq(revisions.subject, id)))
    for (const job of [spellJob(id), proofJob(id)]) await cancel(tx, job)
    await tx.delete(stories).where(eq(stories.id, id))
  })
}
