import { and, eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import type { DraftRef } from '#lib/draft/ref'
import { draftSchedules } from '#lib/draft/tables'
import type { FrontContent } from '#lib/site/front/content'
import { draft } from '#lib/testing/fronts'

export type FrontOrder = { do: 'draft-front'; id: string; content: FrontContent } | { do: 'hasten-draft'; id: DraftRef }

/** What a colleague does with fronts, and what time does with them, pages and menus. */
export async function workWithFronts(by: Actor, order: FrontOrder): Promise<string> {
  if (order.do === 'draft-front') return String(await draft(by, order.id, order.content, new Date()))
  const waiting = and(eq(draftSchedules.draft, order.id), eq(draftSchedules.state, 'waiting'))
  await db.write((tx) => tx.update(draftSchedules).set({ dueAt: new Date() }).where(waiting))
  return 'hastened'
}
