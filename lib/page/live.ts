import { leftBehind } from '#lib/publication/addresses'
import type { Live } from '#lib/publication/live'
import { linkTurns } from '#lib/site/menu/keys'
import { liveAddresses, livePageMedia, livePages } from '#lib/site/tables'
import { mediaAfter } from '#lib/story/live-media'

import { liftPage, type PageContent, pagePath, shownBy } from './content'

const tables = { pages: livePages, media: livePageMedia, addresses: liveAddresses }

/** How a page's revisions become what readers see: earlier addresses lead to the present one, and those of a page that was taken down say so. */
export const livePage: Live<PageContent, typeof tables> = {
  kind: 'page',
  tables,
  lift: liftPage,
  rows(content, before, stamp) {
    const { subject, at, note } = stamp
    const had = before.pages.map(pagePath)
    if (!content)
      return {
        pages: [],
        media: [],
        addresses: leftBehind('page', had, before.addresses, undefined, { state: 'gone', note }, stamp),
      }
    const { title, slug, standfirst, language, body } = content
    const [first] = before.pages
    const page = { subject, title, slug, standfirst, language, body }
    return {
      pages: [{ ...page, publishedAt: first?.publishedAt ?? at, updatedAt: at }],
      media: mediaAfter(shownBy(content), before.media, subject),
      addresses: leftBehind('page', had, before.addresses, pagePath(content), { state: 'moved' }, stamp),
    }
  },
  turns: ({ pages }) =>
    linkTurns(
      'page',
      pages.map(({ subject, slug, title }) => ({ subject, slug, name: title })),
    ),
  keys: ({ pages, addresses }) => [
    ...(pages.length ? ['pages:'] : []),
    ...pages.flatMap((page) => [`page:${page.subject}`, `path:${pagePath(page)}`]),
    ...addresses.flatMap(({ path, target }) => [`path:${path}`, `page:${target}`]),
  ],
}
