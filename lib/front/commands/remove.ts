import { and, eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { settleMedia } from '#lib/media/commands/show'
import { forgetDraftNews } from '#lib/notification/commands'
import { release } from '#lib/publication/door'
import { findLastFingerprint } from '#lib/publication/revisions'
import { revisions } from '#lib/publication/tables'

import { liveFront } from '../live'
import { shownPictures } from '../queries/shown'
import { frontSchedules, fronts } from '../tables'

/** Takes a front away with the section or topic that it was of, in the caller's transaction. */
export async function removeFront(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  const had = await shownPictures(tx, id)
  if (await findLastFingerprint(tx, 'front', id))
    await release(tx, { act: 'remove', live: liveFront, subject: id, actorId: by, at })
  await settleMedia(tx, had, by, at)
  // Before the revisions that they pin.
  await tx.delete(frontSchedules).where(eq(frontSchedules.frontId, id))
  await forgetDraftNews(tx, `front:${id}`)
  await tx.delete(revisions).where(and(eq(revisions.kind, 'front'), eq(revisions.subject, id)))
  await tx.delete(fronts).where(eq(fronts.id, id))
}
