import { and, eq, isNull } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { notify } from '#lib/notification/commands'
import { people } from '#lib/people/tables'

import { loadStory } from '../queries/load'
import { stories } from '../tables'
import { mayJudge } from '../workflow'

/** Gives the story to a person, who then may read and edit it, or to nobody (null). */
export function assignStory(actor: Actor, id: string, personId: string | null, now = new Date()) {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'read', story)
    if (!mayJudge(actor, story)) throw new Refusal('forbidden', 'Only editors of its section assign this story.')
    if (personId && !(await tx.$count(people, and(eq(people.id, personId), isNull(people.disabledAt)))))
      throw new Refusal('invalid', 'This person is not there any more.', { assignedTo: 'Not there' })
    await tx.update(stories).set({ assignedTo: personId }).where(eq(stories.id, id))
    const to = personId === story.assignedTo ? [] : [personId]
    await notify(tx, { to, kind: 'assigned', storyId: id, by: actor.id, at: now })
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'assign',
      subject: `story:${id}`,
      detail: { from: { assigned: story.assignedTo }, to: { assigned: personId } },
      at: now,
    })
  })
}
