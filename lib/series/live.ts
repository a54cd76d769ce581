import { leftBehind } from '#lib/publication/addresses'
import type { Live } from '#lib/publication/live'
import { linkTurns, standsKey } from '#lib/site/menu/keys'
import { liveAddresses, liveSeries, liveSeriesParts } from '#lib/site/tables'

/** A series' revision. */
export type SeriesContent = {
  slug: string
  name: string
  standfirst: string
  /** Story ids in their order. */
  parts: string[]
}

const tables = { series: liveSeries, parts: liveSeriesParts, addresses: liveAddresses }

const pathOf = ({ slug }: { slug: string }) => `/series/${slug}`

/** How a series' revisions become what readers see; taken from them, its addresses lead nowhere. */
export const liveSeriesNoun: Live<SeriesContent, typeof tables> = {
  kind: 'series',
  tables,
  rows(content, before, stamp) {
    const { subject } = stamp
    const now = content ? pathOf(content) : undefined
    return {
      series: content ? [{ subject, slug: content.slug, name: content.name, standfirst: content.standfirst }] : [],
      parts: content ? content.parts.map((storyId, position) => ({ subject, storyId, position })) : [],
      addresses: leftBehind('series', before.series.map(pathOf), before.addresses, now, { state: 'moved' }, stamp),
    }
  },
  turns: ({ series, parts }) => ({
    ...linkTurns('series', series),
    ...Object.fromEntries(parts.map(({ subject, storyId }) => [standsKey('series', subject, storyId), 'so'])),
  }),
  // Each part says which it is, and of how many.
  keys: ({ series, parts, addresses }) => [
    ...series.flatMap((one) => [`series:${one.subject}`, `path:${pathOf(one)}`, 'latest:']),
    ...parts.map(({ storyId }) => `story:${storyId}`),
    ...addresses.flatMap(({ path, target }) => [`path:${path}`, `series:${target}`]),
  ],
}
