import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { followForks } from '#lib/suggestion/commands/follow'
import { storyProjections } from '../log/tables'
import { project } from '../log/write'
import { followHeadline } from './follow-headline'
import { followTyping } from './spells'

/** After edits of the text: what lists need of it, the slug while it follows the headline, and what is suggested for it. */
export async function followLog(tx: Tx, id: string): Promise<void> {
  await followTyping(tx, id)
  await project(tx, id)
  const [row] = await tx
    .select({ headline: storyProjections.headline })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, id))
  await followHeadline(tx, id, row?.headline ?? '')
  await followForks(tx, id)
}
