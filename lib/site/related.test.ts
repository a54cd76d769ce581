import { expect, test } from 'vitest'

import type { Card } from './queries/cards'
import { splitRelated } from './related'

const topic = (id: string) => ({ id, slug: id, name: id })
const card = (id: string, ...topics: string[]) => ({ id, topics: topics.map(topic) }) as Card

test('three on the first topic stand in the margin, five others below, and none that is shown already', () => {
  const related = [
    card('next', 'tide'),
    ...['a', 'b', 'c', 'd'].map((id) => card(id, 'tide')),
    ...['e', 'f', 'g', 'h', 'i'].map((id) => card(id, 'council')),
  ]
  const { rail, rest } = splitRelated(card('own', 'tide', 'council'), related, ['next'])
  expect(rail.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(rest.map(({ id }) => id)).toEqual(['d', 'e', 'f', 'g', 'h'])
})

test('a story without a topic has nothing in its margin', () => {
  expect(splitRelated(card('own'), [card('a', 'tide')], []).rail).toEqual([])
})
