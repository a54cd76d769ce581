import { and, eq, isNull } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { countTry } from '#lib/auth/commands/attempts'
import type { From } from '#lib/auth/limits'
import { ensure, may } from '#lib/auth/permissions'
import { listActors } from '#lib/auth/queries'
import { newToken, tokenHash } from '#lib/auth/tokens'
import { db, type Tx } from '#lib/db/client'
import { notFound, Refusal } from '#lib/errors'
import { newId } from '#lib/id'
import { listUnseen } from '#lib/media/queries/unseen'
import { notify } from '#lib/notification/commands'
import { findRevision } from '#lib/publication/revisions'
import { followLog } from '#lib/story/commands/follow-log'
import { keepChanged } from '#lib/story/commands/keep-version'
import { liftContent, type StoryVersion } from '#lib/story/content'
import { cleanLine } from '#lib/story/document/clean'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import { loadStory } from '#lib/story/queries/load'
import { loadNow } from '#lib/story/queries/now'
import { ensureNotSpiked } from '#lib/story/workflow'

import { blocksOf, findOpenLink, isPreview } from './queries'
import { answerLimits, ensureAnswer, ensureLink, ensureRoom, type NewAnswer, tidied } from './rules'
import { previewAnswers, previewLinks } from './tables'

/** For whom, for how many hours, and which revision; without one, the working copy as it stands, which is kept for it. */
export type NewLink = { label: string; hours: number; revision?: number }

/**
 * Makes a link with which somebody without an account reads one revision of the story, and says what they think of it.
 * @returns the token, shown once: only its hash is kept
 * @throws Refusal `forbidden` also where the link would show its maker what the library does not
 */
export function makePreviewLink(
  actor: Actor,
  storyId: string,
  { hours, revision, ...given }: NewLink,
  now = new Date(),
): Promise<{ id: string; token: string; revision: number }> {
  const label = cleanLine(given.label)
  return db.write(async (tx) => {
    const story = await loadStory(tx, storyId)
    ensure(actor, 'edit', story)
    ensureNotSpiked(story)
    ensureLink({ label, hours })
    const number = revision ?? (await keepForIt(tx, actor, storyId, now))
    const pinned = await findRevision(tx, 'story', storyId, number)
    if (!pinned) throw notFound('This revision')
    await ensureSeen(tx, actor, storyId, liftContent(pinned.content as StoryVersion, pinned.schema))
    const [id, token] = [newId(), newToken()]
    const expiresAt = new Date(now.getTime() + hours * 3_600_000)
    const row = {
      id,
      tokenHash: tokenHash(token),
      storyId,
      revision: pinned.id,
      label,
      by: actor.id,
      at: now,
      expiresAt,
    }
    await tx.insert(previewLinks).values(row)
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'make-preview',
      subject: `story:${storyId}`,
      detail: { link: id, hours, to: { number } },
      at: now,
    })
    return { id, token, revision: number }
  })
}

async function keepForIt(tx: Tx, actor: Actor, storyId: string, at: Date): Promise<number> {
  await followLog(tx, storyId)
  return keepChanged(tx, storyId, await loadNow(tx, storyId), { why: 'preview', by: actor.id, at })
}

/** A link shows its pictures to whoever has it, so that no contributor makes one of what he may not see himself. */
async function ensureSeen(tx: Tx, actor: Actor, storyId: string, content: StoryVersion): Promise<void> {
  if ((await listUnseen(tx, actor, storyId, mediaIdsOf(content))).length)
    throw new Refusal('forbidden', 'This text names a picture that you may not see. Ask an editor for the link.')
}

/** From now on the link shows nothing; it is not given back. */
export function revokePreviewLink(actor: Actor, linkId: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    const [link] = await tx
      .select({ storyId: previewLinks.storyId })
      .from(previewLinks)
      .where(eq(previewLinks.id, linkId))
    if (!link) throw notFound('This link')
    ensure(actor, 'edit', await loadStory(tx, link.storyId))
    const [revoked] = await tx
      .update(previewLinks)
      .set({ revokedAt: now, revokedBy: actor.id })
      .where(and(eq(previewLinks.id, linkId), isNull(previewLinks.revokedAt)))
      .returning({ id: previewLinks.id })
    if (!revoked) return
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'revoke-preview',
      subject: `story:${link.storyId}`,
      detail: { link: linkId },
      at: now,
    })
  })
}

/**
 * What whoever has the link says. Who made the link and the editors of the story's section are told.
 * @throws Refusal `not-found` for whatever link does not work, `invalid` with a message a field, `rule` as `ensureRoom`, `busy`
 */
export async function answerPreview(token: string, given: NewAnswer, from: From, now = new Date()): Promise<void> {
  // Anybody may try: writes wait for each other, and this one waits for nobody.
  if (!(await isPreview(token, now))) throw notFound('This link')
  const refusal = await db.write(async (tx) => {
    const link = await findOpenLink(tx, token, now)
    if (!link) throw notFound('This link')
    const answer = { ...given, name: tidied(given.name).replace(/\s+/g, ' '), text: tidied(given.text) }
    ensureAnswer(answer, blocksOf(link.content))
    ensureRoom(await tx.$count(previewAnswers, eq(previewAnswers.linkId, link.id)))
    const full = await countTry(tx, answerLimits(link.id, from.address), now)
    // Returned, not thrown, since what was counted must be committed.
    if (full) return full
    await tx.insert(previewAnswers).values({ id: newId(), linkId: link.id, ...answer, at: now })
    const kind = answer.kind === 'approval' ? 'preview-approved' : 'preview-comment'
    const story = await loadStory(tx, link.storyId)
    const editors = (await listActors(tx)).filter((one) => one.role === 'editor' && may(one, 'publish', story))
    const note = [answer.name, answer.text].filter(Boolean).join(': ')
    const to = [link.by, ...editors.map(({ id }) => id)]
    await notify(tx, { to, kind, storyId: link.storyId, by: null, note, at: now })
    await appendAudit(tx, {
      actorId: null,
      act: kind,
      subject: `story:${link.storyId}`,
      detail: { link: link.id, ...(answer.block && { block: answer.block }) },
      at: now,
      personal: from,
    })
    return undefined
  })
  if (refusal) throw refusal
}
