import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { liveStories } from '#lib/site/tables'

import type { StoryText } from '../document/changes'
import { findLastAct, type LastAct } from '../queries/last-act'

/**
 * What an editor is shown whom somebody was quicker than: the act, and what readers have by it; null after a withdrawal.
 * Whoever goes on names this act as what he saw.
 */
export type Overtaken = { code: 'overtaken'; last: LastAct; readers: StoryText | null }

/**
 * Whether readers still have what the editor saw when he decided.
 * @param what was not done, as the refusal's first sentence
 * @param seen place in the publication log of the story's last act that he saw, 0 when there was none; undefined asks nothing
 * @throws Refusal `conflict` with an `Overtaken` as detail
 */
export async function ensureNotOvertaken(tx: Tx, id: string, what: string, seen: number | undefined): Promise<void> {
  if (seen === undefined) return
  const last = await findLastAct(tx, id)
  if (!last || last.seq === seen) return
  const [readers] = await tx
    .select({ headline: liveStories.headline, standfirst: liveStories.standfirst, body: liveStories.body })
    .from(liveStories)
    .where(eq(liveStories.subject, id))
  const detail: Overtaken = { code: 'overtaken', last, readers: readers ?? null }
  throw new Refusal(
    'conflict',
    `${what} ${last.by ?? 'Somebody'} ${done[last.act]} this story meanwhile; see what readers have now.`,
    {},
    detail,
  )
}

const done: Record<LastAct['act'], string> = { publish: 'published', update: 'updated', withdraw: 'withdrew' }
