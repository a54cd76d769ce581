import { expect, test } from 'vitest'

import { aShown } from '#lib/testing/shown'

import { picturesOnce } from './pictures-once'
import type { Card } from './queries/cards'

const card = (id: string, media?: string) => ({ id, picture: media ? aShown({ id: media }) : undefined }) as Card

test('a picture stands once on a page, with the story that is seen first, however often that is listed', () => {
  const cards = [card('a', 'gate'), card('b'), card('c', 'gate'), card('d', 'weir'), card('a', 'gate')]
  expect(picturesOnce(cards).map(({ picture }) => picture?.item.id)).toEqual([
    'gate',
    undefined,
    undefined,
    'weir',
    'gate',
  ])
})
