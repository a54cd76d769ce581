import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'

import { project } from '../log/write'
import { storyProjections } from '../tables'
import { followHeadline } from './follow-headline'
import { followTyping } from './spells'

/** After edits of the text: what lists need of it, and the slug while it follows the headline. */
export async function followLog(tx: Tx, id: string): Promise<void> {
  await followTyping(tx, id)
  await project(tx, id)
  const [row] = await tx
    .select({ headline: storyProjections.headline })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, id))
  await followHeadline(tx, id, row?.headline ?? '')
}
