import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { findProblems, isMust } from '#lib/checks/publish'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { release } from '#lib/publication/door'
import { findRevision } from '#lib/publication/revisions'
import { ensureDecided } from '#lib/suggestion/queries'

import type { StoryContent } from '../content'
import type { StoryDocument } from '../document/nodes'
import { ensureNotHeld } from '../hold'
import { liveStory } from '../live'
import { fieldsOf, loadStory } from '../queries/load'
import { findPublishState } from '../queries/publish-state'
import { stories } from '../tables'
import { ensureNotSpiked } from '../workflow'
import { followLog } from './follow-log'
import { isTaken } from './free-address'
import { fingerprintOf, keepVersion, type Stood } from './keep-version'
import { documentSeen, type Seen } from './seen'

/**
 * Gives readers the text and the fields that the editor saw: the first time, again after a withdrawal, or as an update.
 * @returns the number of the revision that readers now have
 * @throws Refusal `conflict` as `documentSeen` and `ensureDecided`, `rule` with the must-fix problems as detail `{ problems }`
 */
export function publishStory(
  actor: Actor,
  id: string,
  seen: Seen,
  now = new Date(),
): Promise<{ act: 'publish' | 'update'; revision: number }> {
  return db.write(async (tx) => {
    const story = await loadStory(tx, id)
    ensure(actor, 'publish', story)
    ensureNotSpiked(story)
    ensureNotHeld(actor, story, now)
    const document = await documentSeen(tx, story, seen)
    await followLog(tx, id)
    await ensureDecided(tx, id, seen.without)
    const stood = await publishable(tx, id, document)
    const live = await findPublishState(id, tx)
    if (
      live.state === 'live' &&
      (await findRevision(tx, 'story', id, live.revision))?.fingerprint === fingerprintOf(stood)
    )
      throw new Refusal('rule', 'Readers have all of this already.')
    const revision = await keepVersion(tx, id, stood, { why: 'published', by: actor.id, at: now })
    await tx.update(stories).set({ step: 'ready', note: '', noteBy: null }).where(eq(stories.id, id))
    const act = live.state === 'live' ? 'update' : 'publish'
    await release(tx, { act, live: liveStory, subject: id, revision, actorId: actor.id, at: now })
    return { act, revision: revision.number }
  })
}

async function publishable(tx: Tx, id: string, document: StoryDocument): Promise<Stood & { content: StoryContent }> {
  const fields = fieldsOf(await loadStory(tx, id))
  const { headline, standfirst, body } = document
  const problems = findProblems({ ...fields, headline, standfirst, body }).filter(isMust)
  const { sectionId } = fields
  if (problems.length || !sectionId)
    throw new Refusal('rule', `Not published. ${problems.map(({ message }) => message).join(' ')}`, {}, { problems })
  if (await isTaken(tx, id, sectionId, fields.slug))
    throw new Refusal(
      'rule',
      `Not published. Readers have another story at the address “${fields.slug}” of this section.`,
    )
  return { document, fields, content: { headline, standfirst, body, ...fields, sectionId } }
}
