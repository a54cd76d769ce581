import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { media } from '#lib/media/tables'

import type { MediaUse } from '../document/nodes'

/** @throws Refusal `invalid` where the main picture is none of the library's */
export async function ensurePicture(tx: Tx, main: MediaUse): Promise<void> {
  const [row] = await tx.select({ kind: media.kind }).from(media).where(eq(media.id, main.media))
  if (row?.kind === 'picture') return
  const message = row ? 'The main picture is a picture, no film or sound.' : 'This picture is no longer in the library.'
  throw new Refusal('invalid', message, { main: message })
}
