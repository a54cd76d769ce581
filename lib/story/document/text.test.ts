import { expect, test } from 'vitest'

import { everyDocument } from '#lib/testing/document'

import type { Block, Body } from './nodes'
import { blockText, bodyText, countBodyWords, countWords } from './text'

const p = (text: string) => ({
  type: 'paragraph' as const,
  attrs: { id: 'p' },
  content: [{ type: 'text' as const, text }],
})

test('a body’s text holds paragraphs, list items, quotes with their speakers and a fact box with its title, an embed’s caption, a table’s rows, and nothing of a divider', () => {
  const body: Body = {
    type: 'doc',
    content: [
      {
        ...p(''),
        content: [
          { type: 'text', text: 'The river ' },
          { type: 'text', text: 'rose', marks: [{ type: 'bold' }] },
        ],
      },
      { type: 'divider', attrs: { id: 'd' } },
      {
        type: 'bulletList',
        attrs: { id: 'l' },
        content: [
          {
            type: 'listItem',
            attrs: { id: 'i' },
            content: [
              p('one'),
              {
                type: 'orderedList',
                attrs: { id: 'n' },
                content: [{ type: 'listItem', attrs: { id: 'j' }, content: [p('two')] }],
              },
            ],
          },
        ],
      },
      {
        type: 'quote',
        attrs: { id: 'q', speaker: 'Ada Kerrow', role: '', via: '', saidAt: '', source: '' },
        content: [p('We were told.'), p('Nobody is angry.')],
      },
      { type: 'pullQuote', attrs: { id: 'u', speaker: 'Ada' }, content: [{ type: 'text', text: 'Told' }] },
      {
        type: 'factBox',
        attrs: { id: 'f', title: 'The gates' },
        content: [
          p('Four.'),
          {
            type: 'bulletList',
            attrs: { id: 'm' },
            content: [{ type: 'listItem', attrs: { id: 'k' }, content: [p('three')] }],
          },
        ],
      },
      { type: 'embed', attrs: { id: 'e', provider: 'x', ref: 'a/1', caption: 'The night' } },
      { type: 'embed', attrs: { id: 'x', provider: 'x', ref: 'a/1', caption: '' } },
      {
        type: 'table',
        attrs: { id: 't', caption: 'High water', headRow: true, headColumn: false },
        content: [['Gate', 'Metres'], ['', '5.8'], ['']].map((row) => ({
          type: 'tableRow',
          attrs: { id: 'tr' },
          content: row.map((text) => ({ ...p(text), type: 'tableCell' })),
        })),
      },
      { type: 'correction', attrs: { id: 'c', kind: 'update', at: '' }, content: p('It was four.').content },
    ],
  }
  expect(bodyText(body)).toBe(
    'The river rose\n\none\ntwo\n\nWe were told.\nNobody is angry.\nAda Kerrow\n\nTold\nAda\n\nThe gates\nFour.\nthree\n\nThe night\n\nHigh water\nGate\tMetres\n5.8\n\nIt was four.',
  )
})

test.each([
  ['', 0],
  ['£318m – of “new” work', 4],
  ['one\n\ntwo  three', 3],
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words))

test('a body has the words of its blocks, counted once for each block that stays', () => {
  const words = countWords(bodyText(everyDocument.body))
  expect(countBodyWords(everyDocument.body)).toBe(words)
  const [first, ...rest] = everyDocument.body.content
  expect(countBodyWords({ content: rest })).toBe(words - countWords(blockText(first!)))
  let read = 0
  const block = {
    type: 'paragraph',
    attrs: { id: 'p' },
    get content() {
      read += 1
      return [{ type: 'text', text: 'two words' }]
    },
  } as Block
  for (const _ of [1, 2, 3]) expect(countBodyWords({ content: [block] })).toBe(2)
  expect(read).toBe(1)
})
