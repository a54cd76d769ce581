import { imageFile, imageWords } from '../metadata/images'
import type { Card } from '../queries/cards'
import type { Correction } from '../queries/corrections'
import type { Shown } from '../queries/media'
import type { Paper } from '../queries/paper'
import { creditOf } from '../shown'
import { element, xml } from './xml'

export type Item = {
  title: string
  path: string
  /** Stays when the story moves. */
  id: string
  at: Date
  updatedAt: Date
  description: string
  authors: string[]
  categories: string[]
  picture?: Shown
}

type Channel = { title: string; description: string /** The feed's own. */; path: string }

/** An RSS 2.0 feed of items that are newest first. */
export function rss(paper: Paper, { title, description, path }: Channel, items: Item[]): string {
  const newest = items.reduce((latest, item) => Math.max(latest, item.updatedAt.getTime()), 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
${element('title', title)}
<link>${xml(paper.url)}/</link>
${element('description', description)}
${element('language', paper.language.toLowerCase())}
${newest ? `<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>\n` : ''}<atom:link href="${xml(paper.url + path)}" rel="self" type="application/rss+xml"/>
${items.map((item) => itemElement(paper, item)).join('\n')}
</channel></rss>
`
}

/** A story as a feed has it: headline, standfirst, who wrote it and what it is about. */
export const storyItem = (card: Card): Item => ({
  title: card.headline,
  path: card.path,
  id: card.id,
  at: card.publishedAt,
  updatedAt: card.updatedAt,
  description: card.standfirst,
  authors: card.authors.map((author) => author.name),
  categories: [card.section.name, ...card.topics.map((topic) => topic.name)],
  picture: card.picture,
})

/** What was corrected of a story. @param kind as readers call it */
export const correctionItem = (correction: Correction, kind: string): Item => ({
  title: `${kind}: ${correction.headline}`,
  path: correction.path,
  id: `${correction.story}/${correction.seq}`,
  at: correction.at,
  updatedAt: correction.at,
  description: correction.note,
  authors: [],
  categories: [correction.section.name],
})

const itemElement = (paper: Paper, item: Item) =>
  [
    '<item>',
    element('title', item.title),
    `<link>${xml(paper.url + item.path)}</link>`,
    `<guid isPermaLink="false">${xml(item.id)}</guid>`,
    `<pubDate>${item.at.toUTCString()}</pubDate>`,
    element('description', item.description),
    ...item.authors.map((author) => element('dc:creator', author)),
    ...item.categories.map((category) => element('category', category)),
    item.picture ? pictureElement(paper, item.picture) : '',
    '</item>',
  ].join('')

/** By Media RSS, as an enclosure wants to know how many bytes the file has, which is not known before it is made. */
function pictureElement(paper: Paper, shown: Shown): string {
  const { url, width, height } = imageFile(paper, shown, 'whole')
  const about = `medium="image" type="image/jpeg" width="${width}" height="${height}"`
  const words = element('media:description', imageWords(shown)) + element('media:credit', creditOf(shown))
  return `<media:content url="${xml(url)}" ${about}>${words}</media:content>`
}
