import { expect, test } from 'vitest'

import { aShown } from '#lib/testing/shown'

import { afterStory } from './after-story'
import type { Card } from './queries/cards'

const card = (id: string, media?: string) => ({ id, picture: media ? aShown({ id: media }) : undefined }) as Card
const names = (cards: (Card | undefined)[]) => cards.map((one) => `${one?.id} ${one?.picture?.item.id ?? '-'}`)

test('two with pictures go first; none is shown that stands above', () => {
  const related = [card('a'), card('b', 'gate'), card('c', 'weir'), card('d', 'weir'), card('e', 'lock')]
  const after = afterStory(card('story', 'gate'), related, card('next', 'lock'))
  expect(names(after.related)).toEqual(['c weir', 'e lock', 'a -', 'b -', 'd -'])
  expect(names([after.next])).toEqual(['next -'])
})

test('what was picked keeps its order; behind it pictures go first as far as there is room', () => {
  const related = [card('p'), card('a'), card('b', 'gate'), card('c', 'weir')]
  expect(names(afterStory(card('story'), related, undefined, 1).related)).toEqual(['p -', 'b gate', 'a -', 'c weir'])
  expect(names(afterStory(card('story'), related, undefined, 3).related)).toEqual(['p -', 'a -', 'b gate', 'c weir'])
})

test('without pictures all stay in their order', () => {
  const after = afterStory(card('story'), [card('a'), card('b'), card('c')], undefined)
  expect(names(after.related)).toEqual(['a -', 'b -', 'c -'])
  expect(after.next).toBeUndefined()
})
