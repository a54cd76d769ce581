import { searchPath } from '#lib/site/search-address'

/** A page of something that has one: a section, a topic, a person of the byline. */
export type Place = { id: string; path: string }

/** What readers had of a story that was withdrawn, and where. */
export type Gone = {
  id: string
  /** Its addresses, the last first. */
  paths: string[]
  /** Its headlines, the last first. */
  headlines: string[]
  sections: Place[]
  topics: Place[]
  people: Place[]
  /** Series that it was a part of. */
  series: Place[]
  /** Its day in the archive. */
  days: Place[]
  /** What it showed of the library and nothing live shows now: a file of each. */
  files: Place[]
  /** It had been corrected, so the paper's corrections named it. */
  corrected: boolean
  /** Files of the sitemap. */
  sitemaps: number
}

/** An address to be asked: it answers one of these statuses, and neither shows the story's headline nor leads to it. */
export type Asked = {
  /** The surface's name, and of which noun, or which of several: `topic:6fz…`, `story:2`. Never words of the story. */
  surface: string
  path: string
  statuses: readonly number[]
  /** The story's own: where a redirect ends counts. */
  own?: true
  /** Words of the address that its page repeats. */
  echo?: string
}

type Surface = {
  name: string
  words: string
  of: (gone: Gone) => Omit<Asked, 'surface'>[]
  ids?: (gone: Gone) => string[]
}

const gone = [410]
const there = [200]
const absent = [404]
/** A page that may have been there for this story alone. */
const perhaps = [200, 404]

const own = (name: string, words: string, of: (gone: Gone) => string[]): Surface => ({
  name,
  words,
  of: (story) => of(story).map((path) => ({ path, statuses: gone, own: true })),
})
const list = (name: string, words: string, of: (gone: Gone) => string[], statuses = there): Surface => ({
  name,
  words,
  of: (story) => of(story).map((path) => ({ path, statuses })),
})
const places = (name: string, words: string, of: (gone: Gone) => Place[], statuses = perhaps): Surface => ({
  name,
  words,
  of: (story) => of(story).map(({ path }) => ({ path, statuses })),
  ids: (story) => of(story).map(({ id }) => id),
})

/**
 * Every kind of public address on which a story is shown or named. What shows stories in a new way joins here, by a line:
 * the proof of a withdrawal then asks it, and the desk shows what it answered.
 */
export const surfaces: readonly Surface[] = [
  own('story', 'The story', ({ paths }) => paths),
  own('versions', 'What changed', ({ paths }) => paths.map((path) => `${path}/versions`)),
  // Whatever its hash: what it says is not told by the log. Of a story that is not live none is answered.
  list('social', 'Social image', ({ id }) => [`/media/social/${id}/${'0'.repeat(12)}.jpeg`], absent),
  places('file', 'Picture, film or sound', ({ files }) => files, absent),
  list('home', 'Home', () => ['/']),
  places('section', 'Section', ({ sections }) => sections),
  places('topic', 'Topic', ({ topics }) => topics),
  places('byline', 'Byline', ({ people }) => people),
  places('series', 'Series', ({ series }) => series),
  places('archive', 'Archive', ({ days }) => days),
  { name: 'search', words: 'Search', of: searches },
  list('feed', 'Feed', () => ['/feed.xml']),
  list('sitemap', 'Sitemap', () => ['/sitemap.xml']),
  list('sitemap-file', 'Part of the sitemap', ({ sitemaps }) => numbers(sitemaps).map(fileOf), perhaps),
  list('news-sitemap', 'News sitemap', () => ['/news-sitemap.xml']),
  list('corrections', 'Corrections', ({ corrected }) => (corrected ? ['/corrections'] : [])),
  list('corrections-feed', 'Corrections feed', ({ corrected }) => (corrected ? ['/corrections/feed.xml'] : [])),
]

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const fileOf = (file: number) => `/sitemaps/${file}.xml`

/** By its last headline, backwards: it finds the same, and what the page repeats of it is not the headline. */
function searches({ headlines: [headline = ''] }: Gone): Omit<Asked, 'surface'>[] {
  const echo = (headline.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).reverse().join(' ')
  return echo ? [{ path: searchPath(echo, 1), statuses: there, echo }] : []
}

/** All that is to be asked after a withdrawal. */
export const addressesOf = (story: Gone): Asked[] =>
  surfaces.flatMap(({ name, of, ids }) => {
    const known = ids?.(story)
    return of(story).map((asked, i) => ({
      ...asked,
      surface: surfaceName(name, known ? known[i] : i ? i + 1 : undefined),
    }))
  })

const surfaceName = (name: string, which: string | number | undefined) =>
  which === undefined ? name : `${name}:${which}`

/** What a surface is called on the desk; its name itself, where it is one of a newer or older Stet. */
export const surfaceWords = (surface: string): string => {
  const [name] = surface.split(':')
  return surfaces.find((one) => one.name === name)?.words ?? surface
}
