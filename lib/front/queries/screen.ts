import type { Actor } from '#lib/auth/actor'

import { type Filled, findFilled } from './filled'
import { type FrontOnScreen, findFront } from './front'

/** A front as its screen shows it, with what the rule fills. */
export type FrontNow = FrontOnScreen & { filled: Filled }

/** Undefined where there is no such front, or none that the actor may edit. */
export async function findFrontNow(actor: Actor, id: string, now = new Date()): Promise<FrontNow | undefined> {
  const front = await findFront(actor, id, now)
  return front && { ...front, filled: await findFilled(front.id, front.content) }
}
