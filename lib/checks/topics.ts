import type { StoryDocument } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'

/** One name of a topic, its own or another. */
export type TopicName = { topicId: string; alias: string }
export type Passage = { block: string; text: string }

/** A topic that the text names: how often, and where first, in the text's own letters. */
export type Suggestion = { topicId: string; count: number; first: Passage }

/** Names as a tree of words: the next words by key, and the topics whose name ends here. */
type Node = { next: Map<string, Node>; topics: string[] }
export type TopicIndex = { root: Node }

type Word = { text: string; from: number; to: number; gap: string }
type Hit = { block: string; at: number; words: number; text: string; topics: string[] }

// Scripts written without spaces count a sign as a word.
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu

const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '')
const folded = (text: string) => (/^[a-z]*$/.test(text) ? text : bare(text).toLowerCase())

/** US, BBC, G20: letters all capital, two at least; such a word counts only as it is written. */
const isAcronym = (text: string) => text === text.toUpperCase() && /\p{Lu}.*\p{Lu}|\p{Lu}.*\p{N}/u.test(text)

/** What stands between two words, as far as it matters: any white space is a space, any dash or apostrophe is one sort. */
const gapOf = (text: string) =>
  text === ' '
    ? text
    : text
        .replace(/\s+/g, ' ')
        .replace(/\p{Pd}/gu, '-')
        .replace(/[’‘]/g, "'")

function* wordsOf(text: string): Generator<Word> {
  let end = 0
  for (const { 0: word, index } of text.matchAll(words)) {
    yield { text: word, from: index, to: index + word.length, gap: text.slice(end, index) }
    end = index + word.length
  }
}

/** An index to look for all names at once; build it once for many texts. */
export function topicIndex(names: readonly TopicName[]): TopicIndex {
  const root: Node = { next: new Map(), topics: [] }
  for (const { topicId, alias } of names) {
    let node = root
    for (const { text, gap } of wordsOf(alias)) {
      const key = (node === root ? '' : gapOf(gap)) + (isAcronym(text) ? bare(text) : folded(text))
      const next = node.next.get(key) ?? { next: new Map(), topics: [] }
      node.next.set(key, next)
      node = next
    }
    if (node !== root && !node.topics.includes(topicId)) node.topics.push(topicId)
  }
  return { root }
}

/** The texts of a document in reading order; headline and standfirst are named so. */
export const passagesOf = ({ headline, standfirst, body }: StoryDocument): Passage[] => [
  { block: 'headline', text: headline },
  { block: 'standfirst', text: standfirst },
  ...body.content.map((block) => ({ block: block.attrs.id, text: blockText(block) })),
]

/**
 * Topics to offer for a text: those a name of which stands in it, whole words, the longest name where two meet.
 * @param set ids of topics that the story has: not offered, though their names still take their words
 * @returns the most named first, then the first named
 * A walk of the tree from each word: time by length of text, whatever the number of names.
 */
export function suggestTopics(
  passages: readonly Passage[],
  { root }: TopicIndex,
  set: ReadonlySet<string>,
): Suggestion[] {
  const found = new Map<string, Suggestion>()
  const hits = passages.flatMap((passage) => longest(hitsIn(passage, root)))
  for (const { block, text, topics } of hits)
    for (const topicId of topics) {
      const one = found.get(topicId)
      if (one) one.count++
      else if (!set.has(topicId)) found.set(topicId, { topicId, count: 1, first: { block, text } })
    }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

function hitsIn({ block, text }: Passage, root: Node): Hit[] {
  const run = [...wordsOf(text)]
  return run.flatMap((first, at) => {
    const hits: Hit[] = []
    const walk = (node: Node, index: number) => {
      if (node.topics.length > 0) {
        const shown = text.slice(first.from, run[index - 1]!.to)
        hits.push({ block, at, words: index - at, text: shown, topics: node.topics })
      }
      const word = run[index]
      if (!word || node.next.size === 0) return
      const gap = index === at ? '' : gapOf(word.gap)
      const lower = node.next.get(gap + folded(word.text))
      if (lower) walk(lower, index + 1)
      const exact = isAcronym(word.text) && node.next.get(gap + bare(word.text))
      if (exact) walk(exact, index + 1)
    }
    walk(root, at)
    return hits
  })
}

/** The longest hits first, those free of them next; given back as they stand in the text. */
function longest(hits: Hit[]): Hit[] {
  if (hits.length < 2) return hits
  const taken = new Map<number, Hit>()
  const kept = hits
    .toSorted((a, b) => b.words - a.words || a.at - b.at)
    .filter((hit) => {
      const places = Array.from({ length: hit.words }, (_, index) => hit.at + index)
      const same = taken.get(hit.at)
      if (places.some((place) => taken.has(place)) && !(same?.at === hit.at && same.words === hit.words)) return false
      for (const place of places) taken.set(place, hit)
      return true
    })
  return kept.sort((a, b) => a.at - b.at)
}
