import { describe, expect, test } from 'vitest'

import { paragraph } from '#lib/testing/stories'

import type { Block } from './document/nodes'
import { passagesOf, wrongPassages } from './echoes'

const said = (headline: string, ...content: Block[]) => ({
  headline,
  standfirst: '',
  body: { type: 'doc' as const, content },
})
const given = (text: string) => said('The committee', paragraph('p', text))
const quote = (speaker: string): Block => ({
  type: 'quote',
  attrs: { id: 'q', speaker, role: '', via: '', saidAt: '', source: '' },
  content: [
    { type: 'paragraph', attrs: { id: 'q1' }, content: [{ type: 'text', text: 'Nobody is angry about the river.' }] },
  ],
})
const members = 'It sat on Tuesday. Members were given 51 pages by the clerk before noon.'

describe('what a correction leaves to be looked for', () => {
  test('is the wrong words with three on either side', () =>
    expect(wrongPassages(given(members), given(members.replace('51', '61')))).toEqual([
      'Members were given 51 pages by the',
    ]))

  test('has six words at the end of a line, too, and the whole of a short one', () => {
    expect(
      wrongPassages(given('It was said that they meet at five.'), given('It was said that they meet at six.')),
    ).toEqual(['said that they meet at five.'])
    expect(wrongPassages(said('Gates close at five'), said('Gates close at six'))).toEqual(['Gates close at five'])
  })

  test('is nothing of two words, which are said of many things', () =>
    expect(wrongPassages(said('Gates close'), said('Gates open'))).toEqual([]))

  test('is what stood where a word was missing', () =>
    expect(
      wrongPassages(
        given('The council did say that it had read the report.'),
        given('The council did not say that it had read the report.'),
      ),
    ).toEqual(['The council did say that it']))

  test('of a paragraph that went, is all of it in pieces', () => {
    const words = Array.from({ length: 30 }, (_, i) => `w${i}`)
    const passages = wrongPassages(given(words.join(' ')), said('The committee'))
    expect(passages).toHaveLength(3)
    expect(passages.join(' ')).toBe(words.join(' '))
  })

  test('is a whole quote, when it was somebody else’s', () =>
    expect(wrongPassages(said('River', quote('Ada Kerrow')), said('River', quote('Per Lind')))).toEqual([
      'Nobody is angry about the river.',
    ]))

  test('is not what differs by signs and capitals alone', () =>
    expect(wrongPassages(given('They said “no”, twice, to it.'), given('They said "No" twice to it!'))).toEqual([]))
})

describe('another text holds a passage', () => {
  const passage = 'Members were given 51 pages by the'

  test('word for word, whatever its signs and capitals', () =>
    expect(passagesOf(given('“MEMBERS were given 51 pages, by the”'), [passage])).toEqual([passage]))

  test('not in part, nor across two paragraphs', () => {
    expect(passagesOf(given('Members were given 51 pages.'), [passage])).toEqual([])
    const apart = said('', paragraph('a', 'Members were given'), paragraph('b', '51 pages by the clerk'))
    expect(passagesOf(apart, [passage])).toEqual([])
  })
})
