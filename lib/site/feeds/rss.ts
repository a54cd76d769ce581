import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'
import type { ShownClip } from '../queries/clips'
import type { Correction } from '../queries/corrections'
import type { Shown } from '../queries/media'
import type { Paper } from '../queries/paper'
import { mediaElements } from './media-rss'
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
  clips?: ShownClip[]
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

/**
 * A story as a feed has it: headline, standfirst, who wrote it, what it is about, and what there is to see and hear. Who
 * paid for it stands before the headline, as some show nothing else.
 */
export const storyItem = (card: Card, t: Messages, clips?: ShownClip[]): Item => ({
  title: card.sponsor ? `${t.paidBy(card.sponsor)}: ${card.headline}` : card.headline,
  path: card.path,
  id: card.id,
  at: card.publishedAt,
  updatedAt: card.updatedAt,
  description: [card.standfirst, card.machine && t.machine[card.machine]].filter(Boolean).join(' '),
  authors: card.authors.map((author) => author.name),
  categories: [card.section.name, ...card.topics.map((topic) => topic.name)],
  picture: card.picture,
  clips,
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
    mediaElements(paper, item.picture, item.clips),
    '</item>',
  ].join('')
