import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import type { Tx } from '#lib/db/client'
import { ensureDecided } from '#lib/suggestion/queries'

import { ensureNotHeld } from '../hold'
import { fieldsOf, loadStory } from '../queries/load'
import { stories } from '../tables'
import { ensureNotSpiked } from '../workflow'
import { followLog } from './follow-log'
import { contentOf, keepVersion } from './keep-version'
import { ensureNotOvertaken } from './overtaken'
import { documentSeen, type Seen } from './seen'

/**
 * Keeps the text and the fields that an editor saw as the version that readers shall get, now or at its hour. With that
 * the story is ready.
 * @throws Refusal `conflict` as `ensureNotOvertaken`, `documentSeen` and `ensureDecided`
 */
export async function approve(
  tx: Tx,
  actor: Actor,
  id: string,
  seen: Seen,
  { why, lead, at }: { why: 'published' | 'scheduled'; lead?: string; at: Date },
) {
  const story = await loadStory(tx, id)
  ensure(actor, 'publish', story)
  ensureNotSpiked(story)
  ensureNotHeld(actor, story, at)
  await ensureNotOvertaken(tx, id, lead ?? 'Not published.', seen.last)
  const document = await documentSeen(tx, story, seen, lead)
  await followLog(tx, id)
  await ensureDecided(tx, id, seen.without, lead)
  const stood = { document, fields: fieldsOf(await loadStory(tx, id)) }
  const revision = await keepVersion(tx, id, { ...stood, content: contentOf(stood) }, { why, by: actor.id, at })
  await tx.update(stories).set({ step: 'ready', note: '', noteBy: null }).where(eq(stories.id, id))
  return revision
}
