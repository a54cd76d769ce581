import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { findLastFingerprint } from '#lib/publication/revisions'

import { cleanLine } from '../document/clean'
import { loadStory } from '../queries/load'
import { loadNow } from '../queries/now'
import { storyRevisions } from '../tables'
import { followLog } from './follow-log'
import { keepChanged } from './keep-version'

/** Characters of a version's name. */
export const longestName = 120

/**
 * Keeps the working copy as it stands, under a name. Where the last revision says the same, that one gets the name.
 * @returns the revision's number
 * @throws Refusal `rule` when that one has a name already
 */
export function keepNamed(actor: Actor, id: string, name: string, now = new Date()): Promise<number> {
  const given = cleanLine(name)
  return db.write(async (tx) => {
    ensure(actor, 'edit', await loadStory(tx, id))
    if (!given) throw invalid('Give the version a name.')
    if ([...given].length > longestName) throw invalid(`A name has at most ${longestName} characters.`)
    await followLog(tx, id)
    const before = await findLastFingerprint(tx, 'story', id)
    const keeping = { why: 'named', name: given, by: actor.id, at: now } as const
    const number = await keepChanged(tx, id, await loadNow(tx, id), keeping)
    if (number === before?.number) await rename(tx, before.id, given)
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'keep',
      subject: `story:${id}`,
      detail: { to: { number } },
      at: now,
    })
    return number
  })
}

/** What was kept in passing is named; a name that somebody gave stays. */
async function rename(tx: Tx, revision: number, name: string) {
  const [row] = await tx
    .select({ name: storyRevisions.name })
    .from(storyRevisions)
    .where(eq(storyRevisions.revision, revision))
  if (row?.name) throw new Refusal('rule', `This version is kept already, as “${row.name}”.`)
  await tx.update(storyRevisions).set({ name }).where(eq(storyRevisions.revision, revision))
}

const invalid = (message: string) => new Refusal('invalid', message, { name: message })
