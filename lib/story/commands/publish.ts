import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { ensureDecided } from '#lib/suggestion/queries'

import { ensureNotHeld } from '../hold'
import { fieldsOf, loadStory } from '../queries/load'
import { stories } from '../tables'
import type { Told } from '../update'
import { ensureNotSpiked } from '../workflow'
import { followLog } from './follow-log'
import { giveReaders } from './give-readers'
import { contentOf, keepVersion } from './keep-version'
import { documentSeen, type Seen } from './seen'

/**
 * Gives readers the text and the fields that the editor saw: the first time, again after a withdrawal, or as an update.
 * @returns the number of the revision that readers now have
 * @param told which kind of update it is; asked only where readers have the story and its text changes
 * @throws Refusal `conflict` as `documentSeen` and `ensureDecided`, `rule` and `invalid` as `giveReaders`
 */
export function publishStory(
  actor: Actor,
  id: string,
  seen: Seen,
  told: Told = {},
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
    const stood = { document, fields: fieldsOf(await loadStory(tx, id)) }
    const kept = { ...stood, content: contentOf(stood) }
    const revision = await keepVersion(tx, id, kept, { why: 'published', by: actor.id, at: now })
    await tx.update(stories).set({ step: 'ready', note: '', noteBy: null }).where(eq(stories.id, id))
    const { act } = await giveReaders(tx, id, revision, told, actor.id, now)
    return { act, revision: revision.number }
  })
}
