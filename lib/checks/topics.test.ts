import fc from 'fast-check'
import { expect, test } from 'vitest'

import { passagesOf, suggestTopics, topicIndex } from './topics'

const names = (topics: Record<string, string[]>) =>
  topicIndex(Object.entries(topics).flatMap(([topicId, all]) => all.map((alias) => ({ topicId, alias }))))
const suggest = (text: string, topics: Record<string, string[]>, set: string[] = []) =>
  suggestTopics([{ block: 'b', text }], names(topics), new Set(set)).map(({ topicId, count }) => `${topicId} ${count}`)

test('whole words, any case, any accents, by any name of a topic', () => {
  const ferry = { ferry: ['Skell ferry', 'The Merganser'], rio: ['São Tomé'] }
  expect(suggest('the SKELL\u00a0ferry; the Merganser. Sao Tome', ferry)).toEqual(['ferry 2', 'rio 1'])
  expect(suggest('Skell ferrymen. Skell. Ferry.', ferry)).toEqual([])
})

test('the longest name takes its words, wherever it begins', () => {
  const topics = { skell: ['Skell'], great: ['Great Skell'], board: ['Skell Harbour Board'] }
  expect(suggest('Great Skell and Skell', topics)).toEqual(['great 1', 'skell 1'])
  expect(suggest('Great Skell Harbour Board', topics)).toEqual(['board 1'])
})

test('names in capitals count only in capitals', () => {
  const topics = { usa: ['US'], health: ['WHO'], group: ['G20'] }
  expect(suggest('They told us who', topics)).toEqual([])
  expect(suggest('The WHO, the US and the G20; Who?', topics)).toEqual(['health 1', 'usa 1', 'group 1'])
  expect(suggest('THE SKELL', { skell: ['the Skell'] })).toEqual(['skell 1'])
})

test('what stands between the words counts, dashes and apostrophes of any sort are equal', () => {
  const topics = { cup: ["Women's Cup"], talks: ['two-state'] }
  expect(suggest('The Women’s Cup and the two–state plan', topics)).toEqual(['cup 1', 'talks 1'])
  expect(suggest('One Women. S Cup; two. State', topics)).toEqual([])
  expect(suggest('Russia-Ukraine talks', { ukraine: ['Ukraine'] })).toEqual(['ukraine 1'])
})

test('the most named first, then the first named; what the story has is not offered but keeps its words', () => {
  const topics = { a: ['Ash'], b: ['Birch'], c: ['Great Ash'] }
  expect(suggest('Ash. Birch. Birch. Great Ash.', topics)).toEqual(['b 2', 'a 1', 'c 1'])
  expect(suggest('Ash. Birch. Birch. Great Ash.', topics, ['c'])).toEqual(['b 2', 'a 1'])
})

test('two topics may share a name; both are offered', () => {
  expect(suggest('Skell', { place: ['Skell'], book: ['Skell'] })).toEqual(['place 1', 'book 1'])
})

test('scripts without spaces are searched sign by sign', () => {
  expect(suggest('昨日、東京都で雨', { tokyo: ['東京'] })).toEqual(['tokyo 1'])
})

test('where it stands first, in the text’s own letters, headline and standfirst included', () => {
  const passages = passagesOf({
    schema: 1,
    headline: 'Talks on Monday',
    standfirst: 'On the SKELL',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: 'Skell' }] }],
    },
  })
  expect(suggestTopics(passages, names({ skell: ['Skell'] }), new Set())).toEqual([
    { topicId: 'skell', count: 2, first: { block: 'standfirst', text: 'SKELL' } },
  ])
})

test('against a search by hand, over words of one kind', () => {
  const word = fc.constantFrom('ash', 'elm', 'oak')
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.uniqueArray(phrase, { maxLength: 4, selector: String }),
      (text, phrases) => {
        const index = topicIndex(phrases.map((one) => ({ topicId: one.join(' '), alias: one.join(' ') })))
        const told = new Map(
          suggestTopics([{ block: 'b', text: text.join(' ') }], index, new Set()).map(({ topicId, count }) => [
            topicId,
            count,
          ]),
        )
        expect(told).toEqual(byHand(text, phrases))
      },
    ),
  )
})

function byHand(text: string[], phrases: string[][]) {
  const counts = new Map<string, number>()
  const free = text.map(() => true)
  const hits = phrases
    .flatMap((phrase) =>
      text.flatMap((_, at) => (phrase.every((one, index) => text[at + index] === one) ? [{ phrase, at }] : [])),
    )
    .sort((a, b) => b.phrase.length - a.phrase.length || a.at - b.at)
  for (const { phrase, at } of hits) {
    if (phrase.some((_, index) => !free[at + index])) continue
    for (const [index] of phrase.entries()) free[at + index] = false
    counts.set(phrase.join(' '), (counts.get(phrase.join(' ')) ?? 0) + 1)
  }
  return counts
}
