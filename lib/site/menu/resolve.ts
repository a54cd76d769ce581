import type { Messages } from '#lib/messages/find'

import type { PageLink } from '../queries/pages'
import type { Section } from '../queries/paper'
import type { Column, Entry, MenuId, SitePlace, TargetKind } from './content'

/** A link of a menu. `section`: the section that it leads to, by whose colour it is marked; `of`: id of what it leads to. */
export type MenuLink = { id: string; name: string; href: string; of?: string; section?: Section }

export type MenuColumn = { id: string; title: string; links: MenuLink[] }
export type Menus = Record<MenuId, MenuColumn[]>

/** What readers have of all that menus lead to. */
export type Known = {
  /** In the paper's order. */
  sections: readonly Section[]
  topics: readonly { id: string; slug: string; name: string }[]
  series: readonly { id: string; slug: string; name: string }[]
  pages: readonly PageLink[]
  t: Messages
}

const paths: Record<SitePlace, string> = {
  home: '/',
  topics: '/topics',
  archive: '/archive',
  corrections: '/corrections',
  search: '/search',
  feed: '/feed.xml',
  sitemap: '/sitemap.xml',
}

/** What the site's own places are called. */
export const placeName = (place: SitePlace, t: Messages): string =>
  ({
    home: t.home,
    topics: t.topics,
    archive: t.archive.title,
    corrections: t.corrected,
    search: t.search,
    feed: t.rss,
    sitemap: t.sitemap,
  })[place]

/** Links of columns, as far as readers have what they lead to; a column of none is left out. */
export const resolve = (columns: readonly Column[], known: Known): MenuColumn[] =>
  columns
    .map(({ id, title, entries }) => ({ id, title, links: entries.flatMap((entry) => linksOf(entry, known)) }))
    .filter(({ links }) => links.length)

function linksOf({ id, to, label }: Entry, known: Known): MenuLink[] {
  if (to.of === 'sections') return known.sections.map((section) => sectionLink(`${id} ${section.id}`, section, ''))
  if (to.of === 'address') return [{ id, name: label || to.href, href: to.href }]
  if (to.of === 'place') return [{ id, name: label || placeName(to.id, known.t), href: paths[to.id] }]
  const link = nouns[to.of](id, to.id, known)
  return link ? [{ ...link, name: label || link.name }] : []
}

type Find = (id: string, of: string, known: Known) => MenuLink | undefined

const nouns: Record<TargetKind, Find> = {
  section(id, of, { sections }) {
    const section = sections.find((one) => one.id === of)
    return section && sectionLink(id, section, '')
  },
  topic(id, of, { topics }) {
    const topic = topics.find((one) => one.id === of)
    return topic && { id, of, name: topic.name, href: `/topics/${topic.slug}` }
  },
  series(id, of, known) {
    const series = known.series.find((one) => one.id === of)
    return series && { id, of, name: series.name, href: `/series/${series.slug}` }
  },
  page(id, of, { pages }) {
    const page = pages.find((one) => one.id === of)
    return page && { id, of, name: page.title, href: `/${page.slug}` }
  },
}

const sectionLink = (id: string, section: Section, label: string): MenuLink => ({
  ...{ id, of: section.id, section, name: label || section.name, href: `/${section.slug}` },
})

/** Ids of what the columns lead to, of one kind, each once. */
export const idsOf = (kind: TargetKind, columns: readonly Column[]): string[] => [
  ...new Set(columns.flatMap(({ entries }) => entries.flatMap(({ to }) => (to.of === kind ? [to.id] : [])))),
]
