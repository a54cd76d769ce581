import { eq } from 'drizzle-orm'
import { appendAudit } from '#lib/audit/commands'
import type { Tx } from '#lib/db/client'
import { fingerprint } from '#lib/publication/revisions'
import { type Placed, placedIn, withoutEnded } from '#lib/site/front/content'
import { tidy } from '../moves'

import { findShown } from '../queries/shown'
import { fronts } from '../tables'
import { giveFront } from './give'
import { keepFront, putFront } from './keep'

/**
 * Takes out of what readers have of a front what is pinned no longer, and out of its draft, where that has it still.
 * Nobody does it: it was said when it was pinned.
 */
export async function endPins(
  tx: Tx,
  { id, frontId, setBy }: { id: string; frontId: string; setBy: string },
  now: Date,
): Promise<void> {
  const shown = await findShown(tx, frontId)
  if (!shown) return
  const content = tidy(withoutEnded(shown.content, now))
  const ended = placedIn(shown.content).filter(({ until }) => until && new Date(until) <= now)
  const kept = await keepFront(tx, frontId, content, { by: null, at: now })
  const seq = await giveFront(tx, frontId, kept, { by: null, setBy, at: now })
  const detail = { schedule: id, seq }
  await appendAudit(tx, { actorId: null, act: 'end-pins', subject: `front:${frontId}`, detail, at: now })
  await freeDraft(tx, frontId, ended, now)
}

async function freeDraft(tx: Tx, id: string, ended: Placed[], now: Date): Promise<void> {
  const [draft] = await tx
    .select({ content: fronts.content, version: fronts.version })
    .from(fronts)
    .where(eq(fronts.id, id))
  if (!draft) return
  const isOver = (slot: Placed) => ended.some(({ story, until }) => slot.story === story && slot.until === until)
  const content = tidy({
    containers: draft.content.containers.map((container) => ({
      ...container,
      slots: container.slots.map((slot) => (slot && isOver(slot) ? null : slot)),
    })),
  })
  if (fingerprint(content) !== fingerprint(draft.content))
    await putFront(tx, { id, ...draft }, content, { by: null, at: now })
}
