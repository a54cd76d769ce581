import { and, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { frontSchedules } from '#lib/front/tables'
import type { FrontContent } from '#lib/site/front/content'
import { draft } from '#lib/testing/fronts'

export type FrontOrder = { do: 'draft-front'; id: string; content: FrontContent } | { do: 'hasten-front'; id: string }

/** What a colleague does with fronts, and what time does. */
export async function workWithFronts(by: Actor, order: FrontOrder): Promise<string> {
  if (order.do === 'draft-front') return String(await draft(by, order.id, order.content, new Date()))
  const waiting = and(eq(frontSchedules.frontId, order.id), eq(frontSchedules.state, 'waiting'))
  await db.write((tx) => tx.update(frontSchedules).set({ dueAt: new Date() }).where(waiting))
  return 'hastened'
}
