import { expect, test } from 'vitest'

import { idsOf } from '#lib/story/document/check'
import { everyBlock } from '#lib/testing/document'

import { textblocks, withTextblocks } from './textblocks'

test('the texts of every block are found, in order, and each can be changed where it stands', () => {
  expect(everyBlock.flatMap(textblocks).map(({ id }) => id)).toEqual([
    'h',
    'p',
    'ip',
    'oip',
    'qp',
    'u',
    'fh',
    'fp',
    'fip',
    't00',
    't01',
    't10',
    't11',
    'c',
  ])
  const emptied = everyBlock.map((block) => withTextblocks(block, (node) => ({ ...node, content: [] })))
  expect(emptied.flatMap(textblocks).filter(({ text }) => text)).toEqual([])
  expect(emptied.flatMap(idsOf)).toEqual(everyBlock.flatMap(idsOf))
})

test('whose a pull quote is belongs to no text: an edit of the words does not touch it', () =>
  expect(everyBlock.flatMap(textblocks)).toContainEqual({ id: 'u', text: 'We were told' }))
