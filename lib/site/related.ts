import type { Card } from './queries/cards'

/** What of a story tells how near it is to another; `topics`: ids. */
export type Candidate = { id: string; headline: string; standfirst: string; publishedAt: Date; topics: string[] }

/** A shared topic alone is enough while it is of few stories or fresh; below this nothing is offered. */
const near = 0.3

const day = 86_400_000

/** Days after which a story is worth half as much. */
const fade = 180

/**
 * The stories that are near one, the nearest first: by the topics that they share, of which a rare one says more, and by
 * the words of headline and standfirst, of which a rare one says more, too; of old ones it takes more of both. Told from
 * when the story itself was published, so that its page does not age.
 * @returns ids
 */
export function rankRelated(story: Candidate, candidates: Candidate[]): string[] {
  const words = new Map([story, ...candidates].map((one) => [one, wordsOf(one)]))
  const wordsIn = (one: Candidate) => words.get(one) ?? new Set<string>()
  const having = counted([...words.values()])
  const weightOf = (word: string) => 1 - Math.log(having.get(word) ?? 1) / Math.log(Math.max(2, words.size))
  const onTopic = counted(candidates.map((one) => one.topics))
  const shared = ({ topics }: Candidate) =>
    topics.reduce((sum, id) => sum + (story.topics.includes(id) ? 1 / (1 + Math.log10(onTopic.get(id) ?? 1)) : 0), 0)
  const score = (one: Candidate) => {
    const days = Math.max(0, story.publishedAt.getTime() - one.publishedAt.getTime()) / day
    const alike = cosine(wordsIn(story), wordsIn(one), weightOf)
    return ((shared(one) + 2 * alike) * fade) / (fade + days)
  }
  return candidates
    .map((one) => ({ one, score: score(one) }))
    .filter(({ score }) => score >= near)
    .sort((a, b) => b.score - a.score || b.one.publishedAt.getTime() - a.one.publishedAt.getTime())
    .map(({ one }) => one.id)
}

/** How many lists have each thing. */
function counted(lists: Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists) for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/** Signs below which a word says nothing, in languages that part words by spaces. */
const short = 3

/** Its words, without marks and case. */
const wordsOf = ({ headline, standfirst }: Candidate) =>
  new Set(
    `${headline} ${standfirst}`
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => word.length > short),
  )

/** How alike two sets of words are, 0 to 1. */
function cosine(a: Set<string>, b: Set<string>, weightOf: (word: string) => number): number {
  const size = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weightOf(word) ** 2, 0)
  const both = size([...a].filter((word) => b.has(word)))
  return both && both / Math.sqrt(size(a) * size(b))
}

/** How many stories stand below one. */
const below = 5

/**
 * Three stories on a story's first topic for its end margin, and others below it: those that an editor has picked before
 * those that are found by rule. None twice, none that is shown already.
 * @param margin whether there is one
 */
export function splitRelated(
  story: Card,
  { picked, found }: { picked: Card[]; found: Card[] },
  shown: string[],
): { rail: Card[]; rest: Card[] } {
  const [topic] = story.topics
  const others = found.filter((card) => !shown.includes(card.id) && !picked.some(({ id }) => id === card.id))
  const rail = others.filter((card) => card.topics.some((one) => one.id === topic?.id)).slice(0, 3)
  const rest = others.filter((card) => !rail.includes(card))
  return { rail, rest: [...picked, ...rest.slice(0, Math.max(0, below - picked.length))] }
}
