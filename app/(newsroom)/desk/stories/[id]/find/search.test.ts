import { describe, expect, test } from 'vitest'

import { type Match, most, type Query, replacementFor, search } from './search'

const plain: Query = { words: '', matchCase: false, wholeWord: false, regex: false }
const found = (texts: string[], query: Partial<Query>): Match[] => {
  const all = search(texts, { ...plain, ...query })
  if (all.fault !== undefined) throw new Error(all.fault)
  return all.matches
}
const places = (texts: string[], query: Partial<Query>) =>
  found(texts, query).map(({ text, from, to }) => [text, texts[text]?.slice(from, to)])
const replaced = (text: string, query: Partial<Query>, template: string) => {
  let made = text
  for (const match of found([text], query).reverse())
    made = made.slice(0, match.from) + replacementFor(match, template, { ...plain, ...query }) + made.slice(match.to)
  return made
}

describe('what is found', () => {
  test('is told in order, text by text, and never reaches into the next', () => {
    expect(places(['the tide', 'The end of the tide'], { words: 'the' })).toEqual([
      [0, 'the'],
      [1, 'The'],
      [1, 'the'],
    ])
    expect(places(['the', 'tide'], { words: 'the tide' })).toEqual([])
    expect(places(['the tide'], { words: '' })).toEqual([])
  })

  test('differs in case unless that counts, in all alphabets', () => {
    expect(places(['ÉCLUSE écluse'], { words: 'Écluse' })).toHaveLength(2)
    expect(places(['ΟΔΟΣ οδος οδοσ'], { words: 'οδός'.normalize('NFD').replace(/\p{M}/gu, '') })).toHaveLength(3)
    expect(places(['Вода вода'], { words: 'ВОДА' })).toHaveLength(2)
    expect(places(['Écluse écluse'], { words: 'écluse', matchCase: true })).toEqual([[0, 'écluse']])
  })

  test('a whole word ends where no letter, figure or combining mark stands', () => {
    const texts = ['art, artist; smart art3 ärt art', 'art\u0301 “art” art’s']
    expect(found(texts, { words: 'art', wholeWord: true }).map(({ text, from }) => [text, from])).toEqual([
      [0, 0],
      [0, 28],
      [1, 6],
      [1, 11],
    ])
    expect(places(['éart'], { words: 'art', wholeWord: true })).toEqual([])
  })

  test('signs mean themselves unless it is an expression', () => {
    expect(places(['a.c abc £5 (net) [x] a|b \\ ^ $1'], { words: 'a.c' })).toEqual([[0, 'a.c']])
    for (const words of ['(net)', '[x]', 'a|b', '\\', '^', '$1', '£5', '-', '/'])
      expect(places([`so ${words} is`], { words })).toEqual([[0, words]])
    expect(places(['a.c abc'], { words: 'a.c', regex: true })).toHaveLength(2)
  })

  test('an expression’s empty matches are none, and signs beyond the first plane are not cut', () => {
    expect(places(['xx a x'], { words: 'x*', regex: true })).toEqual([
      [0, 'xx'],
      [0, 'x'],
    ])
    expect(places(['abc'], { words: '^|$|\\b', regex: true })).toEqual([])
    expect(places(['🌊🌊'], { words: '.', regex: true })).toEqual([
      [0, '🌊'],
      [0, '🌊'],
    ])
  })

  test('an expression may be asked to be a whole word, alternatives together', () => {
    expect(places(['cat cats dog dogs'], { words: 'cat|dog', regex: true, wholeWord: true })).toEqual([
      [0, 'cat'],
      [0, 'dog'],
    ])
  })

  test('what is no expression is told in words', () => {
    expect(search(['a'], { ...plain, words: '(', regex: true }).fault).toBe(
      'This is no expression: unterminated group.',
    )
    expect(search(['a'], { ...plain, words: 'a)(b', regex: true, wholeWord: true }).fault).toMatch(/unmatched/)
    expect(search(['('], { ...plain, words: '(' }).fault).toBeUndefined()
  })

  test('so many and no more are told', () => {
    expect(search(['e'.repeat(most)], { ...plain, words: 'e' })).toMatchObject({ more: false })
    expect(search(['e'.repeat(most), 'e'], { ...plain, words: 'e' })).toMatchObject({ more: true })
    expect(found(['e'.repeat(most + 1)], { words: 'e' })).toHaveLength(most)
  })
})

describe('what stands there afterwards', () => {
  test('is as written where no expression was', () => {
    expect(replaced('five pounds', { words: 'five' }, '$1 $& $$')).toBe('$1 $& $$ pounds')
  })

  test('holds what the brackets held', () => {
    const names = { words: '(\\p{L}+) (\\p{L}+)', regex: true }
    expect(replaced('Orla Fenn', names, '$2, $1')).toBe('Fenn, Orla')
    expect(replaced('Orla Fenn', names, '[$&] $$1')).toBe('[Orla Fenn] $1')
    expect(replaced('12 May', { words: '(?<day>\\d+) (?<month>\\w+)', regex: true }, '$<month> $<day>')).toBe('May 12')
  })

  test('a bracket that held nothing is nothing; one that is not there is what was written', () => {
    expect(replaced('ab', { words: 'a(x)?b', regex: true }, '<$1>')).toBe('<>')
    expect(replaced('ab', { words: '(a)b', regex: true }, '$2 $0 $12 $<n>')).toBe('$2 $0 a2 $<n>')
  })

  test('edges that an expression only looks at are known in the whole text', () => {
    expect(replaced('£5 $5', { words: '(?<=£)(\\d)', regex: true }, '$1.00')).toBe('£5.00 $5')
  })
})
