import { addSeries, publishSeries, saveSeries } from '#lib/series/commands'
import { slugFrom } from '#lib/story/slug'

import { system } from './system'

type DemoSeries = { name: string; standfirst: string; parts: string[] }

/** @param stories ids by slug @returns the ids of the series */
export async function addSeriesOf(
  all: readonly DemoSeries[],
  stories: ReadonlyMap<string, string>,
  now: Date,
): Promise<string[]> {
  const ids: string[] = []
  for (const { name, standfirst, parts } of all) {
    const id = await addSeries(system, name, now)
    const content = { name, standfirst, slug: slugFrom(name), parts: parts.map((slug) => stories.get(slug) ?? '') }
    await publishSeries(system, id, await saveSeries(system, id, 1, content, now), now)
    ids.push(id)
  }
  return ids
}
