import { and, eq, or } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { draftSchedules } from '#lib/draft/tables'
import { Refusal } from '#lib/errors'
import { settleMedia } from '#lib/media/commands/show'
import { previewLinks } from '#lib/preview/tables'
import { release } from '#lib/publication/door'
import { revisions } from '#lib/publication/tables'
import { liveStoryPeople } from '#lib/site/tables'
import { stories, storyBylines, storyEchoes, storyEmbargoes, storySchedules } from '#lib/story/tables'

import { livePerson } from '../live'
import { ensureOtherAdmin, loadPerson } from '../queries'
import { people } from '../tables'

/** Takes away a person whom no story names: their addresses answer 404, their slug and e-mail address are free. */
export async function removePerson(actor: Actor, id: string, now = new Date()): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const person = await loadPerson(tx, id)
    if (person.role === 'admin') await ensureOtherAdmin(tx, id)
    const made = await tx.$count(stories, or(eq(stories.createdBy, id), eq(stories.assignedTo, id)))
    const signed = await tx.$count(storyBylines, eq(storyBylines.personId, id))
    // A byline may have changed on the desk and not yet for readers.
    const shown = await tx.$count(liveStoryPeople, eq(liveStoryPeople.personId, id))
    const set =
      (await tx.$count(storySchedules, eq(storySchedules.by, id))) +
      (await tx.$count(storyEmbargoes, eq(storyEmbargoes.by, id))) +
      (await tx.$count(storyEchoes, eq(storyEchoes.by, id))) +
      (await tx.$count(previewLinks, eq(previewLinks.by, id))) +
      (await tx.$count(draftSchedules, eq(draftSchedules.by, id)))
    if (made || signed || shown || set)
      throw new Refusal('rule', `Stories, fronts, pages or menus name ${person.name}. Disable the account instead.`)
    await release(tx, { act: 'remove', live: livePerson, subject: id, actorId: actor.id, at: now })
    if (person.profile.face) await settleMedia(tx, [person.profile.face], actor.id, now)
    await tx.delete(revisions).where(and(eq(revisions.kind, 'person'), eq(revisions.subject, id)))
    await tx.delete(people).where(eq(people.id, id))
    await appendAudit(tx, { actorId: actor.id, act: 'remove-person', subject: `person:${id}`, at: now })
  })
}
