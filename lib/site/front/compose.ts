import { picturesOnce } from '../pictures-once'
import type { Card, Topic } from '../queries/cards'
import type { Section } from '../queries/paper'
import { isVoice } from '../view/colour'
import { type Container, opinion, sectionContainer, splash, trio } from './containers'
import { lines, pictureHeight, widthOf } from './measure'

export type Front = {
  lead: Card
  /** The beginning of the text of a lead without a picture, a paragraph an entry. */
  opening: string[]
  subs: Card[]
  latest: Card[]
  containers: Container[]
}

const day = 86_400_000
const trioSize = 3
/** Stories that a section keeps for its own container when the splash is filled. */
const kept = 3

/**
 * The story that leads: of the newest eight of the last day that are news, the longest, as length is the only sign of
 * weight that stories carry until an editor places them.
 */
export function pickLead(latest: Card[]): Card | undefined {
  const newest = latest[0]
  if (!newest) return undefined
  const recent = latest.slice(0, 8).filter((card) => newest.publishedAt.getTime() - card.publishedAt.getTime() <= day)
  const news = recent.filter((card) => !isVoice(card.section))
  return (news.length ? news : recent).reduce((best, card) => (card.words > best.words ? card : best))
}

/**
 * Fills the front by rule; every story stands on it once.
 * @param leading the story that leads
 * @param newest the paper's newest, newest first
 * @param sections each section's newest, in the order of the menu
 * @param text the lead's paragraphs
 */
export function compose(leading: Card, text: string[], newest: Card[], sections: BySection): Front {
  const [lead, latest, bySection] = withPicturesOnce(leading, newest, sections)
  const used = new Set([lead.id])
  const unused = (cards: Card[]) => cards.filter((card) => !used.has(card.id))
  const use = (cards: Card[]) => {
    for (const card of cards) used.add(card.id)
    return cards
  }
  // Voices are heard in a place of their own, if there is news enough for the others.
  const news = withoutVoices(latest)
  const subs = use(latest.length >= 9 ? pickSubs(lead, unused(news)) : [])
  const tall = leadHeight(lead, subs)
  const listed = use(fillLatest(unused(news), Math.max(tall + 100, 620)))
  const beside = latestHeight(listed) - tall
  const opening = lead.picture
    ? []
    : pickOpening(text, subs.length ? beside : Math.max(beside, 200), listed.length ? 9 : 12)

  const voices = bySection.find(({ section, cards }) => isVoice(section) && unused(cards).length)
  const opinions = voices && opinion(voices.section, use(unused(voices.cards).slice(0, 4)))
  const parts = bySection.filter(({ section }) => section !== voices?.section)
  const first = splash(pickSplash(parts.map(({ cards }) => unused(cards))))
  if (first) use(first.columns.flatMap(({ slots, pair = [] }) => [...slots.map((slot) => slot.card), ...pair]))

  const left = parts
    .map(({ section, cards }) => ({ section, pool: unused(cards) }))
    .filter(({ pool }) => pool.length > 0)
  const abreast = left.length >= 2 ? left.slice(0, trioSize) : []
  const rest = left.slice(abreast.length)
  const containers = [
    first,
    opinions,
    abreast.length ? trio(abreast) : undefined,
    ...rest.map(({ section, pool }, i) =>
      sectionContainer(section, pool.slice(0, mostOf(pool)), i % 2 ? 'wide' : 'even'),
    ),
  ].filter((one): one is Container => one !== undefined)
  return { lead, opening, subs, latest: listed, containers }
}

/** The same stories, where each picture is left to one of them: the lead, else the newest. */
function withPicturesOnce(lead: Card, latest: Card[], bySection: BySection): [Card, Card[], BySection] {
  const [first = lead, ...rest] = picturesOnce([lead, ...latest, ...bySection.flatMap(({ cards }) => cards)])
  const once = new Map(rest.map((card) => [card.id, card]))
  const again = (cards: Card[]) => cards.map((card) => once.get(card.id) ?? card)
  return [first, again(latest), bySection.map(({ section, cards }) => ({ section, cards: again(cards) }))]
}

type BySection = { section: Section; cards: Card[] }[]

/** Stories that a section's container is filled from: beside a picture there is room for more headlines. */
const mostOf = ([first]: Card[]) => (first?.picture ? 11 : 8)

/** Topics that the newest stories share most, for the strip below the menu. */
export function topicsOfTheDay(latest: Card[], count = 7): Topic[] {
  const tally = new Map<string, { topic: Topic; stories: number }>()
  for (const topic of latest.flatMap((card) => card.topics))
    tally.set(topic.id, { topic, stories: (tally.get(topic.id)?.stories ?? 0) + 1 })
  return [...tally.values()]
    .sort((a, b) => b.stories - a.stories)
    .slice(0, count)
    .map(({ topic }) => topic)
}

const withoutVoices = (cards: Card[]) => {
  const news = cards.filter((card) => !isVoice(card.section))
  return news.length >= 6 ? news : cards
}

/**
 * Stories for the splash, the largest first, which has a picture if any of the heads has: of each section that can spare one the longest of its newest three, then
 * the newest of what sections do not keep; where only one section has so many stories, all are its own.
 */
function pickSplash(sections: Card[][]): Card[] {
  const rich = sections.filter((cards) => cards.length > kept - 1)
  const heads = rich
    .map((cards) => cards.slice(0, 3).reduce((best, card) => (card.words > best.words ? card : best)))
    .sort((a, b) => Number(Boolean(b.picture)) - Number(Boolean(a.picture)) || b.words - a.words)
    .slice(0, 3)
  const alone = heads.length < 3
  const spare = rich.flatMap((cards) => cards.filter((card) => alone || !heads.includes(card)).slice(kept)).sort(byTime)
  return [...(alone ? [] : heads), ...spare].slice(0, 9)
}

const byTime = (a: Card, b: Card) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.place - a.place

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
