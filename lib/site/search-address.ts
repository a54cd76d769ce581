import { fold, wordsOf } from '#lib/db/fold'

type Query = Record<string, string | string[] | undefined>

const longest = 200
/** Fifty pages of twenty: the search lists no more than 1,000 stories. */
const lastPage = 50

/** What a search address asks for, whatever stands in it: one line of words, a page from 1. */
export function readSearch({ q, page }: Query): { words: string; page: number } {
  const words = first(q)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
  const number = /^\d{1,4}$/.test(first(page)) ? Number(first(page)) : 1
  return { words: [...words].slice(0, longest).join('').trim(), page: Math.min(Math.max(number, 1), lastPage) }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** The address of one page of a search. */
export const searchPath = (words: string, page: number) =>
  `/search?${new URLSearchParams({ q: words, ...(page > 1 ? { page: String(page) } : {}) })}`

/** Topics that a search may mean: those that have one of its words (of three letters or more) in their name. */
export function matchingTopics<T extends { name: string; stories: number }>(
  topics: T[],
  words: string,
  count = 5,
): T[] {
  const terms = wordsOf(words).filter((term) => [...term].length > 2)
  return topics
    .filter((topic) => wordsOf(fold(topic.name)).some((word) => terms.some((term) => word.startsWith(term))))
    .sort((a, b) => b.stories - a.stories)
    .slice(0, count)
}
