import { isDeepStrictEqual } from 'node:util'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { StoryText } from '#lib/story/document/changes'
import type { Block } from '#lib/story/document/nodes'
import { aParagraph } from '#lib/testing/blocks'

import { actOf, cardsOf, saidOf } from './cards'
import { applied, isHunk, merge } from './merge'
import { stands, substituted } from './substitute'

const told = (...content: Block[]): StoryText => ({
  headline: 'River rises',
  standfirst: '',
  body: { type: 'doc', content },
})
const p = (id: string, text = id) => aParagraph(text, id)
const cards = (story: StoryText, fork: StoryText) => cardsOf(merge(story, fork))
const acts = (story: StoryText, fork: StoryText) =>
  cards(story, fork).map((card) => `${actOf(card)} ${card.hunks.map(({ at }) => at).join(' ')}`)

test('nothing suggested is no card', () => expect(acts(told(p('a'), p('b')), told(p('a'), p('b')))).toEqual([]))

test('words in two paragraphs that stand together are two cards', () =>
  expect(acts(told(p('a'), p('b'), p('c')), told(p('a', 'A'), p('b', 'B'), p('c')))).toEqual([
    'changed a',
    'changed b',
  ]))

test('the headline, the standfirst and the text are decided apart', () =>
  expect(acts(told(p('a')), { ...told(p('a', 'A')), headline: 'Weir rises', standfirst: 'At night.' })).toEqual([
    'changed headline',
    'changed standfirst',
    'changed a',
  ]))

test('a split, a join, a deletion across paragraphs, a moved block and moved words are one card each', () => {
  const story = told(p('a', 'One two.'), p('b', 'Three.'), p('c', 'Four.'), p('d'))
  expect(acts(story, told(p('a', 'One '), p('x', 'two.'), p('b', 'Three.'), p('c', 'Four.'), p('d')))).toEqual([
    'split a x',
  ])
  expect(acts(story, told(p('a', 'One two.Three.'), p('c', 'Four.'), p('d')))).toEqual(['joined a b'])
  expect(acts(story, told(p('a', 'One ur.'), p('d')))).toEqual(['changed a b c'])
  expect(acts(story, told(p('d'), p('a', 'One two.'), p('b', 'Three.'), p('c', 'Four.')))).toEqual(['moved d d'])
  expect(acts(story, told(p('a', 'One '), p('b', 'two. Three.'), p('c', 'Four.'), p('d')))).toEqual(['changed a b'])
})

test('a block that comes and one that goes elsewhere are two', () =>
  expect(acts(told(p('a'), p('b'), p('c')), told(p('x'), p('a'), p('b')))).toEqual(['added x', 'removed c']))

test('what was seen of a card is all of it', () => {
  const [one] = cards(told(p('a', 'One')), told(p('a', 'Two')))
  const [other] = cards(told(p('a', 'One')), told(p('a', 'Three')))
  expect(one!.id).toBe(other!.id)
  expect(saidOf(one!)).not.toBe(saidOf(other!))
})

const block = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    text: fc.constantFrom('', 'One two', 'Two', 'One'),
  })
  .map(({ id, text }) => p(id, text))
const document = fc
  .record({
    headline: fc.constantFrom('River', 'Weir'),
    blocks: fc.uniqueArray(block, { selector: ({ attrs }) => attrs.id, maxLength: 7 }),
  })
  .map(({ headline, blocks }): StoryText => ({ ...told(...blocks), headline }))

test('all accepted is the fork, none is the story; what is left after some are accepted are the others', () =>
  fc.assert(
    fc.property(document, document, fc.array(fc.boolean()), (story, fork, coins) => {
      const entries = merge(story, fork)
      expect(applied(entries, () => true)).toEqual(fork)
      expect(applied(entries, () => false)).toEqual(story)
      const all = cardsOf(entries)
      expect(all.flatMap(({ hunks }) => hunks)).toHaveLength(entries.filter(isHunk).length)
      const taken = new Set(
        all.filter((_, index) => coins[index]).flatMap(({ hunks }) => hunks.map(({ part, at }) => `${part} ${at}`)),
      )
      const next = applied(entries, ({ part, at }) => taken.has(`${part} ${at}`))
      const ids = next.body.content.map(({ attrs }) => attrs.id)
      expect(new Set(ids).size).toBe(ids.length)
      const left = merge(next, fork)
        .filter(isHunk)
        .map(({ at }) => at)
      expect(left.filter((at) => taken.has(`body ${at}`) || taken.has(at))).toEqual([])
      expect(applied(merge(next, fork), () => true)).toEqual(fork)
    }),
    { numRuns: 200 },
  ))

test('a decision is taken back block by block', () =>
  fc.assert(
    fc.property(document, document, fc.nat(6), (story, fork, nth) => {
      const entries = merge(story, fork)
      const all = cardsOf(entries)
      const card = all[nth % Math.max(1, all.length)]
      if (!card) return
      const taken = new Set(card.hunks.map(({ part, at }) => `${part} ${at}`))
      const next = applied(entries, ({ part, at }) => taken.has(`${part} ${at}`))
      expect(stands(next, card.hunks, 'is')).toBe(true)
      // A block that only went elsewhere says the same on both sides.
      const saidOn = (side: 'was' | 'is') =>
        new Map(card.hunks.flatMap((hunk) => (hunk[side] ? [[`${hunk.part} ${hunk.at}`, hunk[side]] as const] : [])))
      expect(stands(next, card.hunks, 'was')).toBe(isDeepStrictEqual(saidOn('was'), saidOn('is')))
      expect(substituted(next, card.hunks, 'was')).toEqual(story)
    }),
    { numRuns: 200 },
  ))
