import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { mayUseMedia } from '#lib/auth/permissions'
import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { media } from '#lib/media/tables'
import { liveMedia } from '#lib/site/tables'

import type { MediaUse } from '../document/nodes'

/**
 * @param before what stands there already: whoever put it there saw it
 * @throws Refusal `invalid` where the main picture is none of the library's, or none that the actor or readers see
 */
export async function ensurePicture(tx: Tx, actor: Actor, main: MediaUse, before: MediaUse | null): Promise<void> {
  const [row] = await tx
    .select({ kind: media.kind, createdBy: media.createdBy, live: liveMedia.subject })
    .from(media)
    .leftJoin(liveMedia, eq(liveMedia.subject, media.id))
    .where(eq(media.id, main.media))
  const sees = row && (main.media === before?.media || row.live !== null || mayUseMedia(actor, row))
  if (sees && row.kind === 'picture') return
  const message = sees
    ? 'The main picture is a picture, no film or sound.'
    : 'This picture is no longer in the library.'
  throw new Refusal('invalid', message, { main: message })
}
