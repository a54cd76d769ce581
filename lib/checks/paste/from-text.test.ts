import { expect, test } from 'vitest'

import { blockText } from '#lib/story/document/text'

import { fromText } from './from-text'

const lines = (text: string) => fromText(text).map(blockText)

test('a line a paragraph, as copied from a page; empty lines are no paragraphs', () => {
  expect(lines('  One.\r\nTwo \u2028\n\n\nThree.')).toEqual(['One.', 'Two', 'Three.'])
})

test('lines folded as in mail are joined, group by group', () => {
  const folded =
    'The harbour board met on Monday and put off\nthe vote until the ferry had run for a week.\n\nNobody said who would sit in the chair, or\nwhen.\n'
  expect(lines(folded)).toEqual([
    'The harbour board met on Monday and put off the vote until the ferry had run for a week.',
    'Nobody said who would sit in the chair, or when.',
  ])
})

test('headlines in groups are not folded lines', () => {
  expect(lines('Most read\nSeals return to the slip\n\nShops\nFlour runs out')).toEqual([
    'Most read',
    'Seals return to the slip',
    'Shops',
    'Flour runs out',
  ])
})

test('what no feed could carry goes, everything else stays', () => {
  expect(lines('a\u0000b\ud800c \u{1f6a2}\tκ\u0301')).toEqual(['abc \u{1f6a2}\tκ\u0301'])
})
