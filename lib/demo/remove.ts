import { and, eq } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { removeMedia } from '#lib/media/commands/withhold'
import { deletePage } from '#lib/page/commands/take-back'
import { removePerson } from '#lib/people/commands/remove'
import { removeSection } from '#lib/section/commands'
import { removeSeries } from '#lib/series/commands'
import type { MenuId } from '#lib/site/menu/content'
import { removeStory } from '#lib/story/commands/remove'
import { removeTopic } from '#lib/topic/commands'

import { unloadMenu } from './pages'
import { unnamePaper } from './settings'
import { system } from './system'
import { demoItems } from './tables'

type Kind = (typeof demoItems.$inferSelect)['kind']

export type Removed = {
  /** How many things of the demo are gone now. */
  removed: number
  /** Why something stays, a sentence each: the newsroom's own stories use it. */
  kept: string[]
}

/** Menus, pages and series, then stories: nothing that a story names can go before it, nor a picture before whose face it is. */
const order: Kind[] = ['menu', 'page', 'series', 'story', 'person', 'media', 'topic', 'section', 'settings']

/**
 * Takes the demo paper away by the door: its addresses answer 404, its slugs are free. What the newsroom's own stories
 * use stays. Each thing goes in a write of its own, so that a second run goes on where one was stopped.
 */
export async function removeDemo(now = new Date()): Promise<Removed> {
  const items = await db.select({ kind: demoItems.kind, id: demoItems.id }).from(demoItems)
  const kept: string[] = []
  for (const kind of order)
    for (const { id } of items.filter((item) => item.kind === kind)) {
      const refusal = await remove(kind, id, now)
      if (refusal) kept.push(refusal)
    }
  return { removed: items.length - kept.length, kept }
}

/** @returns why it stays; nothing when it is gone, also when somebody has removed it before */
async function remove(kind: Kind, id: string, now: Date): Promise<string | undefined> {
  try {
    await removers[kind](id, now)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (error.reason !== 'not-found') return error.message
  }
  await db.write((tx) => tx.delete(demoItems).where(and(eq(demoItems.kind, kind), eq(demoItems.id, id))))
  return undefined
}

const removers: Record<Kind, (id: string, now: Date) => Promise<void>> = {
  series: (id, now) => removeSeries(system, id, now),
  menu: (id, now) => db.write((tx) => unloadMenu(tx, id as MenuId, now)),
  page: (id, now) => db.write((tx) => deletePage(tx, id, null, now)),
  story: (id, now) => removeStory(null, id, now),
  person: (id, now) => removePerson(system, id, now),
  media: (id, now) => removeMedia(system, id, now),
  topic: (id, now) => removeTopic(system, id, now),
  section: (id, now) => removeSection(system, id, now),
  settings: (name, now) => db.write((tx) => unnamePaper(tx, name, now)),
}
