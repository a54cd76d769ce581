import { expect, test } from 'vitest'

import { someBlocks } from '#lib/testing/blocks'

import { alsoReadHeadlines, findAlsoRead } from './also-read'
import { headlineKey } from './lines'

const flour = { id: 's1', headline: 'Great Skell shop puts flour on the ration', note: 'live since 05:12' }
const matches = new Map([[headlineKey(flour.headline), flour]])

test.each([
  ['Also Read: Flour runs out', 'Flour runs out'],
  ['READ MORE – Flour runs out', 'Flour runs out'],
  ['See also | Flour runs out', 'Flour runs out'],
  ['Related: Flour: what we know', 'Flour: what we know'],
  ['À lire aussi : La farine manque', 'La farine manque'],
  ['Lesen Sie auch: Mehl wird knapp', 'Mehl wird knapp'],
  ['यह भी पढ़ें: आटे की कमी', 'आटे की कमी'],
])('%s', (line, headline) => expect(alsoReadHeadlines(someBlocks(line))).toEqual([headline]))

test.each([
  'Related-party deals were banned',
  'Also read by many, the book sold well.',
  'Read more',
  'See also: the chapter in which the harbour master explains at length why nobody told the crews about it.',
])('not: %s', (line) => expect(alsoReadHeadlines(someBlocks(line))).toEqual([]))

test('a story of ours is linked, another becomes a note that keeps the headline', () => {
  const [found] = findAlsoRead(
    someBlocks('Also Read: “Great Skell” shop puts flour on the ration.', 'Text.', 'Also Read: Elsewhere'),
    { matches },
  )
  expect(found).toMatchObject({ title: '“Also Read” lines', count: '2 lines', certain: true })
  expect(found?.explanation).toBe('One is a story of ours; the other was not found and becomes a note to you.')
  expect(found?.parts.map(({ note }) => note)).toEqual([
    'Our story, live since 05:12',
    'Not found; becomes a note to you',
  ])
  expect(
    found?.parts.flatMap(({ edits }) => edits.map((edit) => ('replace' in edit ? edit.with[0]?.attrs : edit))),
  ).toEqual([
    { id: 'p1', story: 's1', note: '' },
    { id: 'p3', story: '', note: 'Elsewhere' },
  ])
})

test('the headline may stand on the next line; both go', () => {
  const [found] = findAlsoRead(someBlocks('Also Read:', 'Flour runs out', 'Text.'), {})
  expect(found?.blocks).toEqual(['p1', 'p2'])
  expect(found?.parts[0]?.edits[1]).toEqual({ remove: 'p2', was: 'Flour runs out' })
})

test('a headline that is only much like one of ours is doubtful, and shows which', () => {
  const line = 'Shop puts flour on ration'
  const [found] = findAlsoRead(someBlocks(`Also Read: ${line}`), { matches: new Map([[headlineKey(line), flour]]) })
  expect(found).toMatchObject({
    certain: false,
    explanation: 'A story of ours has much the same headline. Look before you link.',
  })
  expect(found?.parts[0]?.note).toBe('Our story “Great Skell shop puts flour on the ration”, live since 05:12')
})
