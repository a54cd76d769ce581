import type { Card } from '../queries/cards'
import type { Paper } from '../queries/paper'
import { element, xml } from './xml'

/** An RSS 2.0 feed: headline, standfirst and link of each story, newest first. @param path the feed's own */
export function rss(paper: Paper, title: string, description: string, path: string, cards: Card[]): string {
  const newest = cards.reduce((latest, card) => Math.max(latest, card.updatedAt.getTime()), 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
${element('title', title)}
<link>${xml(paper.url)}/</link>
${element('description', description)}
${element('language', paper.language.toLowerCase())}
${newest ? `<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>\n` : ''}<atom:link href="${xml(paper.url + path)}" rel="self" type="application/rss+xml"/>
${cards.map((card) => item(paper, card)).join('\n')}
</channel></rss>
`
}

/** The guid is the story's id: it stays when the story moves. */
const item = (paper: Paper, card: Card) =>
  [
    '<item>',
    element('title', card.headline),
    `<link>${xml(paper.url + card.path)}</link>`,
    `<guid isPermaLink="false">${xml(card.id)}</guid>`,
    `<pubDate>${card.publishedAt.toUTCString()}</pubDate>`,
    element('description', card.standfirst),
    ...card.authors.map((author) => element('dc:creator', author.name)),
    element('category', card.section.name),
    ...card.topics.map((topic) => element('category', topic.name)),
    '</item>',
  ].join('')
