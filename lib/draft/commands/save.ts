import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import type { Tx } from '#lib/db/client'
import { conflict } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import { fingerprint } from '#lib/publication/revisions'

import type { Draft, Noun } from '../noun'

export type SavedDraft<Content> = {
  version: number
  content: Content
  /** Who else had changed it meanwhile, where what both did was joined. */
  joined?: string
}

/** The version that an editor's work began from, and what that said. */
export type Begun<Content> = { version: number; content: Content }

/** After so long without an edit, who goes on is written down anew: 10 minutes. */
const SPELL = 10 * 60_000

/**
 * Keeps what an editor has made of a draft, in the caller's transaction. What a colleague has kept meanwhile elsewhere in it
 * is joined with it; sent again, as an answer was lost, it is not kept twice.
 * @throws Refusal `conflict` with what stands where both changed the same
 */
export async function saveDraft<Content>(
  tx: Tx,
  actor: Actor,
  { kind, merge, put, tell }: Noun<Content>,
  draft: Draft<Content>,
  { seen, mine }: { seen: Begun<Content>; mine: Content },
  now: Date,
): Promise<SavedDraft<Content>> {
  const { id, version, content: theirs, editedBy, editedAt: at } = draft
  const name = editedBy ? (await namesOf(tx, [editedBy])).get(editedBy) : undefined
  const moved = version !== seen.version
  const { content, clashes } = moved ? merge(seen.content, mine, theirs) : { content: mine, clashes: [] }
  if (clashes.length)
    throw conflict(`${name ?? 'Stet'} has changed the same here meanwhile. Choose what stands.`, {
      ...{ code: 'changed', version, theirs, clashes, by: name ?? null, at },
      ...(await tell?.(tx, actor, theirs)),
    })
  const told = moved ? { joined: name ?? 'Stet' } : {}
  if (fingerprint(content) === draft.fingerprint) return { version, content: theirs, ...told }
  const kept = await put(tx, draft, content, { by: actor.id, at: now })
  const goesOn = editedBy === actor.id && now.getTime() - (at?.getTime() ?? 0) < SPELL
  if (!goesOn) await appendAudit(tx, { actorId: actor.id, act: 'edit', subject: `${kind}:${id}`, at: now })
  return { version: kept, content, ...told }
}
