import { and, eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { draftSchedules } from '#lib/draft/tables'
import { newId } from '#lib/id'
import { settleMedia } from '#lib/media/commands/show'
import { release } from '#lib/publication/door'
import { type FrontContent, nextEnd, placedIn } from '#lib/site/front/content'
import { liveFronts } from '#lib/site/tables'

import { type FrontDetail, liveFront } from '../live'
import { liveOf } from '../queries/about'
import { shownPictures } from '../queries/shown'

type Giving = {
  /** Null for what nobody did. */
  by: string | null
  /** For whom its pins end, where nobody did it; else for who did, or for whom they would have ended. */
  setBy?: string
  at: Date
}

/**
 * Gives readers a kept revision of a front, in the caller's transaction; it asks neither who may nor whether all is right.
 * What it says of stories that they do not have stays back. When the first of its pins ends, that happens by itself.
 * @returns its place in the publication log
 */
export async function giveFront(
  tx: Tx,
  id: string,
  revision: { id: number; content: FrontContent },
  { by, setBy, at }: Giving,
): Promise<number> {
  const had = await shownPictures(tx, id)
  const withheld = await withheldOf(tx, revision.content)
  const detail: FrontDetail = withheld.length ? { withheld } : {}
  const act = (await tx.$count(liveFronts, eq(liveFronts.subject, id))) ? 'update' : 'publish'
  const seq = await release(tx, { act, live: liveFront, subject: id, revision, detail, actorId: by, at })
  await settleMedia(tx, [...had, ...(await shownPictures(tx, id))], by, at)
  await planEnd(tx, id, revision, by ?? setBy, at)
  return seq
}

/** Ids of placed stories that readers do not have. */
export async function withheldOf(tx: Tx, content: FrontContent): Promise<string[]> {
  const placed = [...new Set(placedIn(content).map(({ story }) => story))]
  const live = await liveOf(tx, placed)
  return placed.filter((story) => !live.has(story)).sort()
}

/** Of what readers have, the end of the first pin is what waits; with another revision, or none, another end or none. */
async function planEnd(
  tx: Tx,
  frontId: string,
  { id: revision, content }: { id: number; content: FrontContent },
  setBy: string | undefined,
  at: Date,
): Promise<void> {
  const before = await dropEnd(tx, frontId)
  const [by, dueAt] = [setBy ?? before, nextEnd(content)]
  if (!by || !dueAt) return
  const plan = { id: newId(), draft: `front:${frontId}`, act: 'end-pins', revision, dueAt, state: 'waiting' } as const
  await tx.insert(draftSchedules).values({ ...plan, by, at })
}

/** What readers had is theirs no longer, so no pin of it ends. @returns for whom one would have ended */
export async function dropEnd(tx: Tx, frontId: string): Promise<string | undefined> {
  const waiting = and(eq(draftSchedules.act, 'end-pins'), eq(draftSchedules.state, 'waiting'))
  const [dropped] = await tx
    .delete(draftSchedules)
    .where(and(eq(draftSchedules.draft, `front:${frontId}`), waiting))
    .returning({ by: draftSchedules.by })
  return dropped?.by
}
