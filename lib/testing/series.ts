import type { Actor } from '#lib/auth/actor'
import { addSeries, saveAndPublishSeries } from '#lib/series/commands'
import { slugFrom } from '#lib/story/slug'

import { when } from './newsroom'

/** A series of these stories, as readers have it; its address follows its name. @returns its id */
export async function aSeries(actor: Actor, name: string, parts: string[], now = when): Promise<string> {
  const id = await addSeries(actor, name, now)
  await saveAndPublishSeries(actor, id, 1, { name, slug: slugFrom(name), standfirst: '', parts }, now)
  return id
}
