import { eq, inArray } from 'drizzle-orm'

import { findProblems, isMust } from '#lib/checks/publish'
import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { followStory } from '#lib/front/commands/follow-story'
import { settleMedia } from '#lib/media/commands/show'
import { findKnown } from '#lib/media/queries/known'
import { release } from '#lib/publication/door'
import { revisions } from '#lib/publication/tables'
import { liveStories, liveStoryMedia } from '#lib/site/tables'

import type { StoryContent, StoryVersion } from '../content'
import { mediaIdsOf } from '../document/media-uses'
import { liveStory } from '../live'
import { isNoted, saysTheSame } from '../live-versions'
import { findRestored } from '../queries/restored'
import { type Told, updateOf } from '../update'
import { addressTaken, findFreer } from './free-address'

type Kept = { id: number; content: StoryVersion }

/**
 * Gives readers a kept revision of a story: the first time, again after a withdrawal, or as an update. It does not ask
 * who may, nor whether the working copy says something else by now.
 * @param by the person for whom it is done
 * @returns the act, and its place in the publication log
 * @throws Refusal as `readyFor`
 */
export async function giveReaders(
  tx: Tx,
  id: string,
  revision: Kept,
  told: Told,
  by: string,
  at: Date,
): Promise<{ act: 'publish' | 'update'; seq: number }> {
  const ready = await readyFor(tx, id, revision, told, at)
  const shown = await shownMedia(tx, id)
  const seq = await release(tx, { ...ready, live: liveStory, subject: id, actorId: by, at })
  await settleMedia(tx, [...shown, ...mediaIdsOf(ready.revision.content)], by, at)
  if (ready.act === 'publish') await followStory(tx, id, by, at)
  return { act: ready.act, seq }
}

/**
 * What it would be to give readers a kept revision now; nothing is given yet.
 * @param lead how a refusal begins
 * @throws Refusal `rule` as `ensurePublishable`, and where readers have all of it; `invalid` as `updateOf`
 */
export async function readyFor(tx: Tx, id: string, revision: Kept, told: Told, at: Date, lead?: string) {
  const content = await ensurePublishable(tx, id, revision.content, at, lead)
  const had = await findHad(tx, id)
  if (had && !isNoted(told.change) && (await saysAll(tx, had.revision, revision.id)))
    throw new Refusal('rule', 'Readers have all of this already.')
  const restored = had
    ? undefined
    : await findRestored(tx, id, (last) => !isNoted(told.change) && saysTheSame(last, content))
  const state = had ? 'live' : restored ? 'withdrawn' : 'nothing'
  const { detail, note } = updateOf({ state, textChanges: had !== undefined && !saysTheSame(had, content) }, told)
  return {
    act: had ? ('update' as const) : ('publish' as const),
    revision: { id: revision.id, content },
    note,
    detail: { ...detail, ...(restored && { restored }) },
  }
}

/**
 * Whether a version may stand before readers: nothing that must be mended is left in it, and its address is free.
 * @throws Refusal `rule`, with the problems as detail `{ problems }` or a free slug as detail `{ free }`
 */
async function ensurePublishable(
  tx: Tx,
  id: string,
  content: StoryVersion,
  at: Date,
  lead = 'Not published.',
): Promise<StoryContent> {
  const library = await findKnown(tx, id, mediaIdsOf(content))
  const problems = findProblems({ ...content, library }, at).filter(isMust)
  const { sectionId, slug } = content
  if (problems.length || !sectionId)
    throw new Refusal('rule', `${lead} ${problems.map(({ message }) => message).join(' ')}`, {}, { problems })
  const free = await findFreer(tx, id, sectionId, slug)
  if (free) throw new Refusal('rule', `${lead} ${addressTaken(slug, free)}`, {}, { free })
  return { ...content, sectionId }
}

/** Ids of what readers are shown of the library by a story. */
export async function shownMedia(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .select({ id: liveStoryMedia.mediaId })
    .from(liveStoryMedia)
    .where(eq(liveStoryMedia.subject, id))
  return rows.map((row) => row.id)
}

/** What readers have now. */
async function findHad(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      revision: liveStories.revision,
      headline: liveStories.headline,
      standfirst: liveStories.standfirst,
      dateline: liveStories.dateline,
      body: liveStories.body,
    })
    .from(liveStories)
    .where(eq(liveStories.subject, id))
  return row
}

/** Whether two revisions say the same, fields included. */
async function saysAll(tx: Tx, one: number, other: number): Promise<boolean> {
  const rows = await tx
    .select({ fingerprint: revisions.fingerprint })
    .from(revisions)
    .where(inArray(revisions.id, [one, other]))
  return new Set(rows.map(({ fingerprint }) => fingerprint)).size === 1
}
