import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'
import { release } from '#lib/publication/door'
import { gave } from '#lib/publication/queries'
import { publications, revisions } from '#lib/publication/tables'
import { liveVersions } from '#lib/site/tables'

import { liftContent, type StoryContent } from '../content'
import { liveStory } from '../live'
import { loadStory } from '../queries/load'
import { asReadersHave, type WithdrawReason } from './withdraw'

/**
 * Closes a version of a live story: readers are told that it was, and no longer what it said.
 * @param reason for the audit alone
 * @throws Refusal `rule` for what readers read now: to take that away is a withdrawal
 */
export function closeVersion(
  actor: Actor,
  id: string,
  number: number,
  reason: WithdrawReason,
  now = new Date(),
): Promise<void> {
  return db.write(async (tx) => {
    const { version, next } = await loadVersion(tx, actor, id, number)
    if (!next)
      throw new Refusal('rule', 'This version is what readers read now. Publish another, or withdraw the story.')
    if (version.closed) throw new Refusal('rule', 'Readers do not see this version: it is closed already.')
    const act = { act: 'close-version', live: liveStory, subject: id, actorId: actor.id, at: now } as const
    const seq = await release(tx, { ...act, detail: { version: number } })
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'close-version-reason',
      subject: `story:${id}`,
      detail: { seq, version: number, reason },
      at: now,
    })
  })
}

/** Opens a closed version to readers again. */
export function openVersion(actor: Actor, id: string, number: number, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const { version, next } = await loadVersion(tx, actor, id, number)
    if (!version.closed) throw new Refusal('rule', 'Readers see this version: it is not closed.')
    const act = { act: 'open-version', live: liveStory, subject: id, actorId: actor.id, at: now } as const
    const revision = await revisionOf(tx, id, version.seq, next?.seq)
    await release(tx, { ...act, revision, detail: { version: number } })
  })
}

async function loadVersion(tx: Tx, actor: Actor, id: string, number: number) {
  ensure(actor, 'publish', await asReadersHave(tx, await loadStory(tx, id)))
  const rows = await tx
    .select({ number: liveVersions.number, seq: liveVersions.seq, closed: liveVersions.closed })
    .from(liveVersions)
    .where(and(eq(liveVersions.subject, id), inArray(liveVersions.number, [number, number + 1])))
  const version = rows.find((row) => row.number === number)
  if (!version) throw notFound('This version')
  return { version, next: rows.find((row) => row !== version) }
}

/** What a version said last: typo fixes changed it in place. */
async function revisionOf(tx: Tx, id: string, from: number, until = Number.MAX_SAFE_INTEGER) {
  const [row] = await tx
    .select({ id: revisions.id, schema: revisions.schema, content: revisions.content })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revision))
    .where(and(gave('story', id), gte(publications.seq, from), lt(publications.seq, until)))
    .orderBy(desc(publications.seq))
    .limit(1)
  if (!row) throw new Error(`version of ${id} at ${from} has no revision`)
  return { id: row.id, content: liftContent(row.content as StoryContent, row.schema) }
}
