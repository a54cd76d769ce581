import { type Fill, fillSlots } from '#lib/site/front/filling'
import { lines, pictureHeight, widthOf } from '#lib/site/front/measure'
import type { Card } from '#lib/site/queries/cards'
import { isNews } from '#lib/site/view/colour'
import { view } from './view'

const day = 86_400_000

/**
 * One story leads, three on its topics stand below it, and beside it the newest of the paper; a lead without a picture has
 * the beginning of its text in place of it.
 */
export const fill: Fill = async ({ hand, pool, textOf }) => {
  const lead = hand[0] ?? pickLead(pool.news())
  if (!lead) return undefined
  const news = pool.news().filter((card) => card.id !== lead.id)
  const subs = fillSlots(hand.slice(1), news.length >= 8 ? pickSubs(lead, news) : [], 3)
  const tall = leadHeight(lead, subs)
  const latest = fillLatest(
    news.filter((card) => !subs.includes(card)),
    Math.max(tall + 100, 620),
  )
  const beside = latestHeight(latest) - tall
  const opening = lead.picture
    ? []
    : pickOpening(await textOf(lead), subs.length ? beside : Math.max(beside, 200), latest.length ? 9 : 12)
  return { cards: [lead, ...subs, ...latest], pictured: [lead], view: view({ lead, opening, subs, latest }) }
}

/**
 * The story that leads where nobody has placed one: of the newest eight of the last day that are news, the longest, as
 * length is the only sign of weight that stories carry until an editor places them. What somebody has paid for never does.
 */
export function pickLead(all: Card[]): Card | undefined {
  const latest = all.filter(({ sponsor }) => !sponsor)
  const newest = latest[0]
  if (!newest) return undefined
  const recent = latest.slice(0, 8).filter((card) => newest.publishedAt.getTime() - card.publishedAt.getTime() <= day)
  const news = recent.filter(isNews)
  return (news.length ? news : recent).reduce((best, card) => (card.words > best.words ? card : best))
}

/** Beside the lead stand three stories on its topics; where there are fewer, the newest of its section, then of the paper. */
function pickSubs(lead: Card, candidates: Card[]): Card[] {
  const topics = new Set(lead.topics.map((topic) => topic.id))
  const shared = candidates.filter((card) => card.topics.some((topic) => topics.has(topic.id)))
  const near = candidates.filter((card) => card.section.id === lead.section.id)
  return [...new Set([...shared, ...near, ...candidates])].slice(0, 3)
}

const leadWidth = widthOf(9)

/** Two lines below the lead's picture, and the space over it. */
const captionHeight = 64

const leadHeight = (lead: Card, subs: Card[]) =>
  23 +
  lines(lead.headline, 60, leadWidth, 0.41) * 60 +
  lines(lead.standfirst, 21, 704) * 28.6 +
  50 +
  (lead.picture ? pictureHeight(9) + captionHeight : 0) +
  (subs.length ? 60 + Math.max(...subs.map((card) => lines(card.headline, 18, widthOf(3), 0.43) * 21)) : 0)

const entryHeight = (card: Card) => lines(card.headline, 16, 225) * 21 + 19

export const latestHeight = (cards: Card[]) => 75 + cards.reduce((sum, card) => sum + entryHeight(card), 0)

/** As many of the newest as reach `height`, px; 12 at most. */
function fillLatest(cards: Card[], height: number): Card[] {
  const taken: Card[] = []
  for (const card of cards.slice(0, 12)) {
    if (latestHeight(taken) + entryHeight(card) / 2 > height) break
    taken.push(card)
  }
  return taken
}

/** Whole paragraphs from the beginning that fill about `height` px of three text columns; at least one. */
function pickOpening(text: string[], height: number, span: number): string[] {
  const width = (widthOf(span) - 48) / 3
  const wanted = Math.max(0, (height - 18) / 24) * 3
  const taken: string[] = []
  let filled = 0
  for (const paragraph of text) {
    const more = lines(paragraph, 16, width)
    if (taken.length && filled + more / 2 > wanted) break
    taken.push(paragraph)
    filled += more
  }
  return wanted > 0 ? taken : []
}
