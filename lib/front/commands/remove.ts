import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { forgetDraft } from '#lib/draft/commands/forget'
import { settleMedia } from '#lib/media/commands/show'
import { release } from '#lib/publication/door'
import { findLastFingerprint } from '#lib/publication/revisions'

import { liveFront } from '../live'
import { shownPictures } from '../queries/shown'
import { fronts } from '../tables'

/** Takes a front away with the section or topic that it was of, in the caller's transaction. */
export async function removeFront(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  const had = await shownPictures(tx, id)
  if (await findLastFingerprint(tx, 'front', id))
    await release(tx, { act: 'remove', live: liveFront, subject: id, actorId: by, at })
  await settleMedia(tx, had, by, at)
  await forgetDraft(tx, `front:${id}`)
  await tx.delete(fronts).where(eq(fronts.id, id))
}
