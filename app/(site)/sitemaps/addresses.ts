import type { Address } from '#lib/site/feeds/sitemap'
import { listAuthors, listStoryAddresses } from '#lib/site/queries/maps'
import { listPages } from '#lib/site/queries/pages'
import { listSections } from '#lib/site/queries/paper'
import { listTopics } from '#lib/site/queries/places'
import { listSeries } from '#lib/site/queries/series'

/** The addresses of one sitemap file; the first also names what is not a story. @param file from 1 */
export async function addressesOf(file: number): Promise<Address[]> {
  const stories = await listStoryAddresses(file)
  if (file > 1) return stories
  const [sections, pages, topics, authors, series] = await Promise.all([
    listSections(),
    listPages(),
    listTopics(),
    listAuthors(),
    listSeries(),
  ])
  const others = [
    '/',
    ...sections.map((section) => `/${section.slug}`),
    ...(topics.length ? ['/topics'] : []),
    ...topics.map((topic) => `/topics/${topic.slug}`),
    ...series.map((one) => `/series/${one.slug}`),
    ...(stories.length ? ['/archive'] : []),
    ...authors.map((author) => `/bylines/${author.slug}`),
  ]
  const own = pages.map(({ slug, updatedAt }) => ({ path: `/${slug}`, updatedAt }))
  return [...others.slice(0, 4000).map((path) => ({ path })), ...own.slice(0, 1000), ...stories]
}
