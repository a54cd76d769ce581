import { imageFile } from '../metadata/images'
import type { Card } from '../queries/cards'
import type { Shown } from '../queries/media'
import type { Paper } from '../queries/paper'
import { element, xml } from './xml'

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const images = 'http://www.google.com/schemas/sitemap-image/1.1'

/** `languages`: its addresses in all languages that there are of it, its own among them. */
export type Address = {
  path: string
  updatedAt?: Date
  picture?: Shown
  languages?: { language: string; path: string }[]
}

/** A sitemap of at most 50,000 addresses. */
export const sitemap = (paper: Paper, addresses: Address[]) =>
  `${head}<urlset xmlns="${space}" xmlns:image="${images}" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${addresses.map((one) => addressElement(paper, one)).join('\n')}
</urlset>
`

const addressElement = (paper: Paper, { path, updatedAt, picture, languages = [] }: Address) =>
  [
    `<url><loc>${xml(paper.url + path)}</loc>`,
    updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '',
    ...languages.map(
      (one) => `<xhtml:link rel="alternate" hreflang="${xml(one.language)}" href="${xml(paper.url + one.path)}"/>`,
    ),
    imageElement(paper, picture),
    '</url>',
  ].join('')

const imageElement = (paper: Paper, picture: Shown | undefined) =>
  picture ? `<image:image><image:loc>${xml(imageFile(paper, picture, 'whole').url)}</image:loc></image:image>` : ''

/** Where the sitemaps are, once one file cannot hold all addresses. */
export const sitemapIndex = (paper: Paper, paths: string[]) =>
  `${head}<sitemapindex xmlns="${space}">
${paths.map((path) => `<sitemap><loc>${xml(paper.url + path)}</loc></sitemap>`).join('\n')}
</sitemapindex>
`

/** Google's news sitemap: at most 1,000 stories of the last two days. */
export const newsSitemap = (paper: Paper, cards: Card[]) =>
  `${head}<urlset xmlns="${space}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="${images}">
${cards
  .map(
    (card) =>
      `<url><loc>${xml(paper.url + card.path)}</loc><news:news><news:publication>${element('news:name', paper.name)}` +
      `${element('news:language', newsLanguage(card.language || paper.language))}</news:publication><news:publication_date>` +
      `${card.publishedAt.toISOString()}</news:publication_date>${element('news:title', card.headline)}</news:news>` +
      `${imageElement(paper, card.picture)}</url>`,
  )
  .join('\n')}
</urlset>
`

/** The news format wants two or three letters, and tells the two Chinese scripts apart. */
function newsLanguage(language: string): string {
  if (/^zh/i.test(language)) return /tw|hk|hant/i.test(language) ? 'zh-tw' : 'zh-cn'
  return language.split('-')[0]?.toLowerCase() ?? 'en'
}
