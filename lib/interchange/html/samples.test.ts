import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { findBlockFault } from '#lib/story/document/check'
import { end, head, list, log, numbered, opening, quote, row, table } from '#lib/testing/harbour'
import { outline } from '#lib/testing/outline'

import { blocksOf } from './blocks'
import { parseHtml } from './parse'

const sample = (name: string) => readFileSync(new URL(`./samples/${name}.html`, import.meta.url), 'utf8')
const read = (name: string) => outline(blocksOf(parseHtml(sample(name))).blocks)

test.each(['writer', 'word'])('%s: headings, lists in lists, quote, table, a note with its mark', (name) => {
  expect(read(name)).toEqual([
    ...opening,
    `paragraph: Readings are in ${log}.[1]`,
    ...list,
    ...quote,
    ...numbered(3),
    ...table,
    ...end,
    'paragraph: [1] The log is kept by hand.',
  ])
})

test('docs: the bold that is none, lists beside their items, links out of their wrapper', () => {
  expect(read('docs')).toEqual([
    ...opening,
    `paragraph: Readings are in ${log}.`,
    ...list,
    ...numbered(3),
    ...table,
    ...end,
  ])
})

test('word-online: a list for each item is one list', () => {
  expect(read('word-online')).toEqual([
    list[0],
    'paragraph: The gates at *Orms Bay* held.',
    ...list.slice(1, 7),
    ...numbered(3),
  ])
})

test('chromium: styles that a browser writes are no emphasis; pictures go with their words, what was hidden never came', () => {
  const { blocks, pictures } = blocksOf(parseHtml(sample('chromium')))
  expect(pictures).toBe(1)
  expect(outline(blocks)).toEqual([
    opening[0],
    'paragraph: By [Orla Fenn](https://paper.example/orla)',
    'paragraph: The harbour gates at *Orms Bay* were closed an hour before high water, _for the first time_ in nine years.',
    ...list,
    'quote speaker=Orla Fenn role=who keeps the log',
    '  paragraph: “We have never seen it so high.”',
    ...table,
    end[1],
  ])
})

test.each(['calc', 'excel', 'sheets'])('%s: cells are a table', (name) => {
  const old = name === 'calc' ? row('Old, outer', '06:02', '3.1') : []
  expect(read(name)).toEqual([
    head,
    ...row('Gate', 'Closed at', 'Height'),
    ...row('North', '05:12', '2.4'),
    ...row('South', '05:20', '2.6'),
    ...old,
  ])
})

test.each(['writer', 'word', 'docs', 'word-online', 'calc', 'excel', 'sheets', 'chromium'])(
  '%s: fits the schema',
  (name) => {
    const { blocks } = blocksOf(parseHtml(sample(name)))
    expect(blocks.map(findBlockFault).filter(Boolean)).toEqual([])
  },
)

test('tracking codes that links have lost are counted', () => {
  expect(blocksOf(parseHtml(sample('writer'))).shed).toBe(1)
  // The wrapper, and the code within.
  expect(blocksOf(parseHtml(sample('docs'))).shed).toBe(2)
})
