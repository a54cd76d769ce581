import type { Tx } from '#lib/db/client'
import { same } from '#lib/same'
import { placedIn } from '#lib/site/front/content'
import { liveFronts } from '#lib/site/tables'
import { findShown } from '../queries/shown'
import { giveFront, withheldOf } from './give'

/**
 * After readers got a story, or lost it: what live fronts say and show of it comes and goes with it, in the same
 * transaction.
 */
export async function followStory(tx: Tx, storyId: string, by: string | null, at: Date): Promise<void> {
  const live = await tx.select({ id: liveFronts.subject, containers: liveFronts.containers }).from(liveFronts)
  for (const { id, containers } of live) {
    if (!placedIn({ containers }).some(({ story }) => story === storyId)) continue
    const shown = await findShown(tx, id)
    if (!shown) continue
    const says = placedIn(shown.content).some(
      ({ story, headline, kicker, picture }) => story === storyId && (headline || kicker || picture),
    )
    if (!says || same(shown.withheld, await withheldOf(tx, shown.content))) continue
    await giveFront(tx, id, shown, { by, at })
  }
}
