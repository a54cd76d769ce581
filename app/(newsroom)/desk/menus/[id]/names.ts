import { targetKey } from '#lib/menu/checks'
import type { MenuNow } from '#lib/menu/queries'
import type { Entry, SitePlace, Target } from '#lib/site/menu/content'

/** What the desk calls pages that the site always has. */
export const placeNames: Record<SitePlace, string> = {
  home: 'Home',
  topics: 'All topics',
  archive: 'Archive',
  corrections: 'Corrections',
  search: 'Search',
  feed: 'RSS feed',
  sitemap: 'Site map',
}

/** What entries lead to, by name, and whether readers have it. */
export type Names = ReadonlyMap<string, { name: string; live: boolean }>

/** @param choices what can be chosen, so that it is known before the server has it */
export const namesOf = (targets: MenuNow['targets'], choices?: Pick<MenuNow, 'sections' | 'series' | 'pages'>): Names =>
  new Map([
    ...(choices?.sections ?? []).map(({ id, name }) => [targetKey('section', id), { name, live: true }] as const),
    ...(choices?.series ?? []).map((one) => [targetKey('series', one.id), one] as const),
    ...(choices?.pages ?? []).map((page) => [targetKey('page', page.id), page] as const),
    ...targets,
  ])

/** What an entry leads to, in words: what it is called there, and what it is. */
export function targetWords(to: Target, names: Names): { name: string; kind: string; live: boolean } {
  if (to.of === 'sections') return { name: 'All sections', kind: 'in the paper’s order', live: true }
  if (to.of === 'place') return { name: placeNames[to.id], kind: 'of the site', live: true }
  if (to.of === 'address') return { name: to.href, kind: 'address', live: true }
  const known = names.get(targetKey(to.of, to.id))
  // What was chosen a moment ago is known once it is saved.
  return { name: known?.name ?? 'Something', kind: to.of, live: known?.live ?? true }
}

/** What readers read: its own words, or what it leads to. */
export const entryName = ({ to, label }: Entry, names: Names) => label || targetWords(to, names).name
