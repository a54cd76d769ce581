import { expect, test } from 'vitest'

import { messagesIn } from './find'

const languages = ['ar', 'de', 'en', 'es', 'fr']

/** All words of a language by where they stand; what is made of values is made of these. */
function wordsOf(part: object, at = ''): [string, string][] {
  return Object.entries(part).flatMap(([name, value]): [string, string][] => {
    const path = `${at}${name}`
    if (value instanceof RegExp) return []
    if (typeof value === 'object') return wordsOf(value, `${path}.`)
    return [[path, typeof value === 'string' ? value : made(path, value)]]
  })
}

const counts = ['unchanged', 'minutes', 'stories', 'found', 'preview.of', 'report.faults.long']
const numbered = /^series\.(part|partOf|previous|next)$/

function made(path: string, make: (...values: unknown[]) => string): string {
  if (path === 'listed') return make(['Ada', 'Kit'])
  if (path === 'captions') return make('')
  if (path === 'series.of') return make('Ada', 7)
  if (numbered.test(path)) return make(2, 7)
  return make(counts.includes(path) ? 7 : 'Ada', 'Kit')
}

test('a paper is spoken to in its language, whatever its country; in English where there is no file', () => {
  expect(messagesIn('de-CH').search).toBe('Suche')
  expect(messagesIn('FR').search).toBe('Recherche')
  expect(messagesIn('cy').search).toBe('Search')
})

test.each(languages)('every word of %s is there, with what stands in it', (language) => {
  const words = wordsOf(messagesIn(language))
  expect(words.length).toBeGreaterThan(120)
  for (const [path, text] of words) {
    expect(text.trim(), path).not.toBe('')
    expect(text, path).not.toMatch(/undefined|NaN|\[object/)
  }
})

test.each(languages.filter((language) => language !== 'en'))('little of %s is left in English', (language) => {
  const english = new Map(wordsOf(messagesIn('en')))
  const same = wordsOf(messagesIn(language)).filter(([path, text]) => text === english.get(path))
  // Words that languages share, like Illustration or Video, and what is nothing but values.
  expect(same.map(([path]) => path).length).toBeLessThan(14)
})

test('Arabic counts in its six ways', () => {
  const { stories } = messagesIn('ar')
  expect([0, 1, 2, 3, 11, 100].map((count) => stories(count).replace(/^[\d٠-٩]+ /, ''))).toEqual([
    ...['لا مقالات', 'مقال واحد', 'مقالان', 'مقالات', 'مقالًا', 'مقال'],
  ])
})

test('credits that already say what they credit are known in each language', () => {
  for (const [language, said, bare] of [
    ['fr', 'Photo Ada Kell', 'Ada Photon'],
    ['es', 'Fotografía de Ada', 'Ada Fotón'],
    ['de', 'Foto: Ada Kell', 'Ada Fotowitz'],
    ['ar', 'تصوير آدا', 'آدا'],
  ] as const) {
    const { says } = messagesIn(language).credits
    expect([says.test(said), says.test(bare)], language).toEqual([true, false])
  }
})
