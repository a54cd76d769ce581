import { expect, test } from 'vitest'

import type { StoryText } from '#lib/story/document/changes'
import type { Block } from '#lib/story/document/nodes'
import { cardsOf } from '#lib/suggestion/cards'
import { merge } from '#lib/suggestion/merge'
import { aParagraph } from '#lib/testing/blocks'

import { drawnOf, type Side } from './drawn'

const told = (...content: Block[]): StoryText => ({
  headline: 'River rises',
  standfirst: '',
  body: { type: 'doc', content },
})
const drawn = (story: StoryText, fork: StoryText, side: Side) =>
  cardsOf(merge(story, fork)).flatMap((card) => drawnOf(card, side))
const p = (id: string, text: string) => aParagraph(text, id)
const quote = (speaker: string, ...lines: string[]): Block => ({
  type: 'quote',
  attrs: { id: 'q', speaker, role: '', via: '', saidAt: '', source: '' },
  content: lines.map((text, index) => aParagraph(text, `l${index}`)),
})

test('in the story, words that would go are marked and words that would come are drawn; in the fork the other way', () => {
  const [story, fork] = [told(p('a', 'The river rose.')), told(p('a', 'The weir rose.'))]
  expect(drawn(story, fork, 'was')).toEqual([
    {
      at: 'a',
      notes: [],
      lines: [
        {
          id: 'a',
          spans: [{ from: 4, to: 9, style: 'del' }],
          ghosts: [{ at: 9, style: 'ins', text: 'weir' }],
        },
      ],
    },
  ])
  expect(drawn(story, fork, 'is')).toMatchObject([
    { lines: [{ spans: [{ from: 4, to: 8, style: 'ins' }], ghosts: [{ at: 4, style: 'del', text: 'river' }] }] },
  ])
})

test('a block that would come or go is drawn whole', () => {
  const [story, fork] = [told(p('a', 'One'), p('b', 'Two')), told(p('a', 'One'), p('c', 'Three'))]
  expect(drawn(story, fork, 'was')).toEqual([
    { at: 'b', whole: 'del', notes: [], lines: [] },
    { at: 'c', ghost: 'ins', after: 'b', place: 'Paragraph', text: 'Three' },
  ])
  expect(drawn(story, fork, 'is')).toEqual([
    { at: 'b', ghost: 'del', after: 'a', place: 'Paragraph', text: 'Two' },
    { at: 'c', whole: 'ins', notes: [], lines: [] },
  ])
})

test('what words do not tell is said', () => {
  const bold: Block = { ...p('a', 'One'), content: [{ type: 'text', text: 'One', marks: [{ type: 'bold' }] }] } as Block
  expect(drawn(told(p('a', 'One')), told(bold), 'was')).toMatchObject([{ notes: ['Bold, italics or links differ'] }])
  expect(drawn(told(quote('Ada', 'We')), told(quote('Bo', 'We')), 'was')).toMatchObject([
    { notes: ['Speaker: Ada → Bo'] },
  ])
})

test('in a quote each line by itself, and what it would gain behind the line before', () => {
  const [{ lines }] = drawn(told(quote('Ada', 'We')), told(quote('Ada', 'We all', 'And you')), 'was') as never as [
    { lines: unknown },
  ]
  expect(lines).toMatchObject([
    { id: 'l0', ghosts: [{ text: ' all' }, { at: Number.POSITIVE_INFINITY, text: ' And you ' }] },
  ])
})

test('the headline is one line', () =>
  expect(drawn(told(), { ...told(), headline: 'Weir rises' }, 'was')).toMatchObject([
    { at: 'headline', lines: [{ id: null, spans: [{ from: 0, to: 5 }] }] },
  ]))
